#include "mend/jvm/javadoc_params.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/lines.h"
#include "mend/slip.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <string>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

/// A name that a `@param` tells of. Those of types stand in angle brackets.
struct Told {
  std::size_t at = 0;
  std::string_view name;
  bool is_type = false;
};

// What a line of a comment says, behind its blanks and star.
std::string_view said_in(std::string_view line) {
  line = trim(line);
  while (line.starts_with('*') && !line.starts_with("*/")) line.remove_prefix(1);
  return trim(line);
}

std::vector<Told> told_in(std::string_view text, std::size_t begin, std::size_t end) {
  std::vector<Told> all;
  for (auto at = text.find("@param", begin); at < end; at = text.find("@param", at + 1)) {
    const auto name = text.find_first_not_of(" \t", at + 6);
    if (name == npos || name >= end || name == at + 6) continue;
    const bool is_type = text[name] == '<';
    const auto first = is_type ? name + 1 : name;
    if (const auto word = word_at(text, first); !word.empty()) all.push_back({first, word, is_type});
  }
  return all;
}

// `final Map<String, Integer> map`, `String... all`, `int all[]` → the name
std::string_view name_of_parameter(std::string_view item) {
  item = trim(item);
  while (item.ends_with(']')) item = trim(item.substr(0, item.rfind('[')));
  return word_before(item, item.size());
}

// `T extends Comparable<T>` → T
std::string_view name_of_type(std::string_view item) { return word_at(item, 0); }

// Where the declaration below a comment opens its parameters, behind its annotations; npos where it is none of a method.
std::size_t parameters_below(std::string_view code, std::size_t from) {
  for (auto at = code.find_first_of("({;=", from); at != npos; at = code.find_first_of("({;=", at)) {
    if (code[at] != '(') return npos;
    const auto end = end_of_code_before(code, at);
    auto begin = end;
    while (begin > 0 && (is_word_byte(code[begin - 1]) || code[begin - 1] == '.')) --begin;
    if (begin == 0 || code[begin - 1] != '@') return at;
    at = closing_bracket(code, at);
    if (at == npos) return npos;
  }
  return npos;
}

struct Declared {
  std::vector<std::string_view> parameters, types;
};

Declared declared_below(std::string_view code, std::size_t from, bool& is_known) {
  Declared declared;
  const auto open = parameters_below(code, from);
  const auto close = open == npos ? npos : closing_bracket(code, open);
  is_known = close != npos;
  if (!is_known) return declared;
  for (const auto item : items_of(code.substr(open + 1, close - open - 1), Speech::java)) {
    if (const auto name = name_of_parameter(item); !name.empty()) declared.parameters.push_back(name);
  }
  // `public static <T, R> R map(`: the list of types stands where a return type would begin.
  const auto head = code.substr(from, open - from);
  const auto angle = head.find('<');
  const auto before = angle == npos ? ' ' : angle == 0 ? ' ' : head[angle - 1];
  const auto end = angle == npos || is_word_byte(before) ? npos : closing_angle(head, angle);
  if (end == npos) return declared;
  for (const auto item : items_of(head.substr(angle + 1, end - angle - 1), Speech::java))
    declared.types.push_back(name_of_type(item));
  return declared;
}

// The parts of `maxDepth` or `max_depth`, in small letters.
std::vector<std::string> parts_of(std::string_view name) {
  std::vector<std::string> parts(1);
  for (const char c : name) {
    if (c == '_' || (c >= 'A' && c <= 'Z')) parts.emplace_back();
    if (c != '_') parts.back() += c;
  }
  for (auto& part : parts) part = lower(part);
  return parts;
}

bool share_a_part(std::string_view a, std::string_view b) {
  constexpr std::size_t part_min = 3;
  const auto others = parts_of(b);
  return std::ranges::any_of(parts_of(a), [&](const std::string& part) {
    return std::ranges::any_of(others, [&](const std::string& other) {
      return std::min(part.size(), other.size()) >= part_min && (part.starts_with(other) || other.starts_with(part));
    });
  });
}

// Is another name still that of the same parameter: is it like the one told, or does the tag speak of it? What the tag says of a
// parameter that took the place of another would be wrong.
bool is_name_of_today(std::string_view comment, const Told& told, std::string_view name) {
  const std::array<std::string_view, 1> names = {name};
  if (!only_near(names, told.name).empty() || share_a_part(told.name, name)) return true;
  const auto behind = comment.substr(told.at + told.name.size());
  return !words_in(lower(behind.substr(0, behind.find('@'))), lower(name)).empty();
}

}  // namespace

std::vector<Edit> without_block_tag(std::string_view text, std::size_t tag) {
  const Lines lines(text);
  auto first = lines.number_at(tag), next = first + 1;
  if (!said_in(lines.line(first)).starts_with('@') || contains(lines.line(first), "*/")) return {};
  while (lines.has(next) && !said_in(lines.line(next)).starts_with('@') && !contains(lines.line(next), "*/")) ++next;
  if (!lines.has(next)) return {};
  const bool is_last = said_in(lines.line(next)).starts_with("*/");
  if (contains(lines.line(next), "*/") && !is_last) return {};
  // the empty line that parted the tags from the text
  if (is_last && first > 1 && trim(lines.line(first - 1)) == "*") --first;
  return {{lines.begin(first), lines.begin(next) - lines.begin(first), ""}};
}

std::vector<Edit> with_parameters_of_today(std::string_view text, std::size_t at) {
  const auto begin = text.rfind("/**", at), end = text.find("*/", at);
  if (begin == npos || end == npos || text.find("*/", begin) != end) return {};
  const auto code = code_only(text, Speech::java);
  bool is_known = false;
  const auto declared = declared_below(code, end + 2, is_known);
  const auto all = told_in(text, begin, end);
  const auto wrong = std::ranges::find_if(
      all, [&](const Told& one) { return one.at == at || one.at == at + 1 || (one.is_type && one.at == at - 1); });
  if (!is_known || wrong == all.end()) return {};
  const auto& names = wrong->is_type ? declared.types : declared.parameters;
  std::vector<std::string_view> told;
  std::size_t place = 0;
  for (const auto& one : all) {
    if (one.is_type != wrong->is_type) continue;
    if (one.at == wrong->at) place = told.size();
    told.push_back(one.name);
  }
  if (is_among(wrong->name, names)) return {};
  const bool are_all_told = std::ranges::all_of(names, [&](auto name) { return is_among(name, told); });
  if (are_all_told) return without_block_tag(text, text.rfind('@', wrong->at));
  if (told.size() != names.size() || is_among(names[place], told)) return {};
  const bool are_all_other =
      told.size() > 1 && std::ranges::none_of(told, [&](auto name) { return is_among(name, names); });
  if (!wrong->is_type && !are_all_other && !is_name_of_today(text.substr(0, end), *wrong, names[place])) return {};
  return {{wrong->at, wrong->name.size(), std::string(names[place])}};
}

}  // namespace regreen
