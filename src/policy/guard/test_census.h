#pragma once

#include "policy/guard/language.h"
#include "policy/guard/source.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// One test in a file.
struct Test {
  std::string name;
  std::size_t head = 0;  ///< where its annotations begin
  std::size_t body = 0;  ///< where its statements begin
  std::size_t end = 0;
};

/// The tests of a file that a runner would find, in their order: functions by name, annotation or call. A test that is
/// written but not collected (a method of a plain class, a C function that nobody calls) is none.
std::vector<Test> tests_in(const CodeText& source, std::string_view path, Language language);

}  // namespace regreen
