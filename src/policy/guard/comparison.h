#pragma once

#include "policy/guard/seen_tests.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace regreen {

/// What a patch has beside the test that is compared. Borrowed.
struct Beside {
  std::multiset<std::string>&
      elsewhere;  ///< new assertions of other tests and helpers; one that a lost one moved to is taken out
  const std::map<std::string, int>& new_values;  ///< that the file has more often outside of assertions than before
  const std::vector<Assertion>& helpers;         ///< new assertions in functions that tests call
};

/// Why a test asserts less than it did before the patch; nothing where it does not. Assertions are compared by what they say, not by
/// their lines.
std::optional<std::string> compare_assertions(const Seen& before, const Seen& after, Beside beside);

}  // namespace regreen
