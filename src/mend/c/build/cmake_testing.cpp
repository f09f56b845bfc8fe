// cmake.enable-testing: add_test() says nothing where testing was not switched on, and then CTest finds no tests. It is
// switched on in the top list, before the first call that leads to them; by include(CTest) where the list asks for
// BUILD_TESTING, which that declares.

#include "base/text.h"
#include "mend/c/build/cmake_call.h"
#include "mend/c/build/link.h"
#include "mend/c/fixers.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace regreen {
namespace {

constexpr auto adders = std::to_array<std::string_view>(
    {"add_test", "gtest_discover_tests", "gtest_add_tests", "catch_discover_tests", "doctest_discover_tests"});

bool adds_tests(std::string_view list) {
  return std::ranges::any_of(adders, [&](auto command) { return !cmake_calls(list, command).empty(); });
}

// The folders whose lists add tests.
std::vector<std::string> folders_with_tests(const Tree& tree) {
  std::vector<std::string> folders;
  for (const auto& path : tree.list()) {
    if (is_cmake(path) && adds_tests(tree.read(path).value_or(""))) folders.emplace_back(folder_of(path));
  }
  return folders;
}

// The outermost list above a folder that begins a project.
std::string top_list(const Tree& tree, std::string_view folder) {
  auto top = cmake_project_list(tree, folder);
  while (!folder_of(top).empty()) {
    auto above = cmake_project_list(tree, folder_of(folder_of(top)));
    if (above.empty()) break;
    top = std::move(above);
  }
  return top;
}

// The first call of a list that adds tests, or leads to a folder that does.
std::optional<CMakeCall> first_towards(std::string_view list, std::string_view home,
                                       const std::vector<std::string>& folders) {
  std::optional<CMakeCall> first;
  const auto consider = [&](const CMakeCall& call) {
    if (!first || call.begin < first->begin) first = call;
  };
  for (const auto command : adders) {
    for (const auto& call : cmake_calls(list, command)) consider(call);
  }
  for (const auto& call : cmake_calls(list, "add_subdirectory")) {
    const auto words = words_in_call(list, call);
    const auto folder = words.empty() ? "" : path_in(home, words[0]);
    const bool leads =
        std::ranges::any_of(folders, [&](const auto& one) { return one == folder || one.starts_with(folder + "/"); });
    if (leads) consider(call);
  }
  return first;
}

// The outermost if() around a place.
std::optional<CMakeCall> condition_around(std::string_view list, std::size_t at) {
  const auto ends = cmake_calls(list, "endif");
  std::vector<CMakeCall> open;
  auto end = ends.begin();
  const auto leave_those_before = [&](std::size_t place) {
    for (; end != ends.end() && end->begin < place; ++end) {
      if (!open.empty()) open.pop_back();
    }
  };
  for (const auto& call : cmake_calls(list, "if")) {
    if (call.begin > at) break;
    leave_those_before(call.begin);
    open.push_back(call);
  }
  leave_those_before(at);
  return open.empty() ? std::nullopt : std::optional(open.front());
}

// What switches testing on in a list: enable_testing() and include(CTest).
std::vector<CMakeCall> switches_of(std::string_view list) {
  auto calls = cmake_calls(list, "enable_testing");
  for (const auto& call : cmake_calls(list, "include")) {
    const auto words = words_in_call(list, call);
    if (!words.empty() && words[0] == "CTest") calls.push_back(call);
  }
  return calls;
}

// Does a condition ask for BUILD_TESTING, which nothing in the list declares?
bool asks_for_undeclared(std::string_view list, const CMakeCall& condition) {
  const auto asked = list.substr(condition.open, condition.close - condition.open);
  const auto declares = [&](std::string_view command) {
    return std::ranges::any_of(cmake_calls(list, command), [&](const CMakeCall& call) {
      const auto words = words_in_call(list, call);
      return !words.empty() && (words[0] == "BUILD_TESTING" || words[0] == "CTest");
    });
  };
  return contains(asked, "BUILD_TESTING") && !declares("include") && !declares("option") && !declares("set");
}

Edit line_above(std::string_view list, std::size_t at, std::string_view call) {
  const auto begin = list.rfind('\n', at) + 1;
  return {begin, 0, std::string(indentation(list.substr(begin))) + std::string(call) + std::string(line_end(list))};
}

std::vector<Edit> switched_on(std::string_view list, const CMakeCall& first) {
  const auto condition = condition_around(list, first.begin);
  if (condition && asks_for_undeclared(list, *condition)) return {line_above(list, condition->begin, "include(CTest)")};
  const auto switches = switches_of(list);
  if (switches.empty()) return {line_above(list, first.begin, "enable_testing()")};
  if (switches.size() > 1 || switches[0].begin < first.begin || condition_around(list, switches[0].begin)) return {};
  // It stands below the tests, which do not know of it there.
  const Lines lines(list);
  const auto number = lines.number_at(switches[0].begin);
  const auto call = trim(lines.line(number));
  if (lines.begin(number) != switches[0].begin || !call.ends_with(')')) return {};
  return {line_above(list, first.begin, call),
          {lines.begin(number), lines.begin(number + 1) - lines.begin(number), ""}};
}

}  // namespace

std::vector<Patch> enable_cmake_testing(const Patient& patient) {
  const auto folders = folders_with_tests(patient.tree);
  std::string top;
  for (const auto& folder : folders) {
    const auto one = top_list(patient.tree, folder);
    if (one.empty() || (!top.empty() && one != top)) return {};
    top = one;
  }
  Draft draft(patient.tree);
  const auto text = top.empty() ? std::nullopt : draft.read(top);
  const auto first = text ? first_towards(*text, folder_of(top), folders) : std::nullopt;
  if (first) draft.edit(top, switched_on(*text, *first));
  return draft.patches();
}

}  // namespace regreen
