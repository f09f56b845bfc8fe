#include "mend/text/moved_text.h"

#include "base/character.h"
#include "base/text.h"

#include <algorithm>
#include <array>
#include <set>

namespace regreen {
namespace {

// `#define RING_H` is a guard, `#define SIZE 4` says something.
bool is_guard(std::string_view line) { return line.starts_with("#define ") && !contains(trim(line.substr(8)), " "); }

// Does a line say something that other files do not say as well?
bool is_own(std::string_view line) {
  static constexpr auto common = std::to_array<std::string_view>(
      {"#include", "#pragma", "#if", "#else", "#endif", "#!", "# ", "//", "/*", "*", "namespace ", "using namespace ",
       "import ", "from ", "package ", "use ", "}  //"});
  const bool is_common = std::ranges::any_of(common, [&](auto front) { return line.starts_with(front); });
  const bool has_word = std::ranges::any_of(line, [](char c) { return is(c, alnum); });
  return has_word && !is_common && !is_guard(line) && !contains(line, " from ") && !contains(line, "require(");
}

std::set<std::string_view> own_lines(std::string_view text) {
  std::set<std::string_view> lines;
  for (const auto line : split_lines(text)) {
    if (is_own(trim(line))) lines.insert(trim(line));
  }
  return lines;
}

}  // namespace

bool says_what_it_said(std::string_view before, std::string_view today) {
  if (before == today) return !trim(before).empty();
  const auto had = own_lines(before), has = own_lines(today);
  const auto kept = std::ranges::count_if(had, [&](auto line) { return has.contains(line); });
  return kept * 2 > std::ssize(had);
}

}  // namespace regreen
