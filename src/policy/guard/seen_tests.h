#pragma once

#include "policy/guard/assertion.h"
#include "policy/guard/changed_file.h"

#include <set>
#include <string>
#include <vector>

namespace regreen {

/// A test of one side of the patch, with what it asserts.
struct Seen {
  std::size_t file;
  Test test;  // a nameless one holds the assertions outside of tests
  std::vector<std::string> words;
  std::set<std::string> names;  // of what it uses
  std::vector<Assertion> assertions;
  bool paired = false;
};

/// The tests of all files on one side, and of each file a nameless one before its own. A file without a test, which is not called as
/// tests are, has none.
std::vector<Seen> see(const std::vector<ChangedFile>& files, CodeText ChangedFile::*side);

/// Which test after the patch is which before; null for a lost one. What was moved or renamed is found by what it says.
std::vector<const Seen*> find_again(const std::vector<Seen>& before, std::vector<Seen>& after);

}  // namespace regreen
