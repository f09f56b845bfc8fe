#include "mend/format/toml_twice.h"

#include "base/text.h"
#include "mend/format/toml_edit.h"
#include "mend/lines.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <vector>

namespace regreen {
namespace {

constexpr std::size_t parts_max = 16;
constexpr std::size_t repetitions_max = 64;  // a file that says more than this twice is no slip of a merge

// A value without blanks and a last comma: a list on one line and on several is the same.
std::string plain(std::string_view value) {
  std::string result;
  for (std::size_t at = 0; at < value.size();) {
    const bool is_string = value[at] == '"' || value[at] == '\'';
    const auto end = is_string ? end_of_toml_string(value, at) : at + 1;
    const auto part = value.substr(at, end - at);
    if (part == "]" && result.ends_with(',')) result.pop_back();
    if (is_string || !contains(" \t\r\n", part)) result += part;
    at = end;
  }
  return result;
}

std::size_t behind_line(std::string_view text, std::size_t at) {
  const auto end = text.find('\n', at);
  return end == std::string_view::npos ? text.size() : end + 1;
}

// Where the comments begin that stand right above the line at an offset; the line itself where there are none.
std::size_t above(const Lines& lines, std::size_t at) {
  auto number = lines.number_at(at);
  while (number > 1 && trim(lines.line(number - 1)).starts_with('#')) --number;
  return lines.begin(number);
}

std::size_t without_blank_lines_above(const Lines& lines, std::size_t at) {
  auto number = lines.number_at(at);
  while (number > 1 && trim(lines.line(number - 1)).empty()) --number;
  return lines.begin(number);
}

using Values = std::map<std::string, std::string, std::less<>>;

// The keys of a table; they rise, as those of the text do.
std::span<const TomlKey> keys_within(const TomlText& toml, const TomlTable& table) {
  const auto& keys = toml.keys();
  const auto first = std::ranges::lower_bound(keys, table.header, {}, &TomlKey::offset);
  return {first, std::ranges::lower_bound(first, keys.end(), table.end, {}, &TomlKey::offset)};
}

// Are there only blanks and comments?
bool says_nothing(std::string_view text) {
  return std::ranges::all_of(split_lines(text), [](auto line) { return trim(line).empty() || trim(line)[0] == '#'; });
}

Values values_of(const TomlText& toml, const TomlTable& table) {
  Values values;
  for (const auto& key : keys_within(toml, table)) values.emplace(key.name, plain(toml.value(key)));
  return values;
}

// What a second part says on top of the first, with the comments above each key; nothing where it says otherwise, or something
// that is no key would be lost.
std::optional<std::string> said_on_top(std::string_view text, const TomlText& toml, const TomlTable& first,
                                       const TomlTable& second) {
  const auto known = values_of(toml, first);
  std::string more;
  auto at = behind_line(text, second.header);
  for (const auto& key : keys_within(toml, second)) {
    const auto end = behind_line(text, key.value_end);
    const auto same = known.find(key.name);
    const bool is_same = same != known.end() && same->second == plain(toml.value(key));
    if (same != known.end() && (!is_same || !says_nothing(text.substr(at, key.offset - at)))) return std::nullopt;
    if (same == known.end()) more += text.substr(at, end - at);
    at = end;
  }
  if (at < second.end && !says_nothing(text.substr(at, second.end - at))) return std::nullopt;
  while (more.starts_with('\n') || more.starts_with("\r\n")) more.erase(0, more.find('\n') + 1);
  if (!more.empty() && !more.ends_with('\n')) more += line_end(text);
  return more;
}

std::optional<std::string> with_one_table(std::string_view text, const TomlText& toml, const TomlTable& first,
                                          const TomlTable& second) {
  const Lines lines(text);
  auto more = said_on_top(text, toml, first, second);
  if (!more) return std::nullopt;
  const auto notes = above(lines, second.header), first_notes = above(lines, first.header);
  const auto note = text.substr(notes, second.header - notes);
  if (note != text.substr(first_notes, first.header - first_notes)) *more = std::string(note) + *more;
  const auto gone = std::max(without_blank_lines_above(lines, notes), first.end);
  if (!more->empty() && !text.substr(0, first.end).ends_with('\n')) return std::nullopt;
  auto merged = apply_edits(text, {{first.end, 0, *more}, {gone, second.end - gone, ""}});
  return merged ? std::optional(std::move(*merged)) : std::nullopt;
}

using Names = std::set<std::string_view>;

Names lists_in(const TomlText& toml) {
  Names names;
  for (const auto& table : toml.tables()) {
    if (table.is_array) names.insert(table.name);
  }
  return names;
}

// Does a table belong to an element of a list of tables? Such a one is opened for every element. Nobody nests tables deeper than
// `parts_max`: what has more is left as it is.
bool is_of_element(const Names& lists, std::string_view table) {
  auto end = table.find('.');
  for (std::size_t parts = 0; parts < parts_max; ++parts) {
    if (lists.contains(table.substr(0, end))) return true;
    if (end == std::string_view::npos) return false;
    end = table.find('.', end + 1);
  }
  return true;
}

// The text with the first repetition gone; nothing where there is none, or it contradicts what came first.
std::optional<std::string> with_one_less(std::string_view text) {
  const TomlText toml(text);
  const auto lists = lists_in(toml);
  std::map<std::string_view, const TomlTable*> opened;
  for (const auto& table : toml.tables()) {
    if (table.name.empty() || is_of_element(lists, table.name)) continue;
    const auto [first, is_new] = opened.emplace(table.name, &table);
    if (!is_new) return with_one_table(text, toml, *first->second, table);
  }
  for (const auto& table : toml.tables()) {
    std::map<std::string_view, const TomlKey*> given;
    for (const auto& key : keys_within(toml, table)) {
      const auto [first, is_new] = given.emplace(key.name, &key);
      if (is_new) continue;
      if (plain(toml.value(*first->second)) != plain(toml.value(key))) return std::nullopt;
      const Lines lines(text);
      const auto begin = lines.begin(lines.number_at(key.offset));
      auto less = apply_edits(text, {{begin, behind_line(text, key.value_end) - begin, ""}});
      return less ? std::optional(std::move(*less)) : std::nullopt;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> with_each_once(std::string_view text) {
  if (text.size() > source_bytes_max) return std::nullopt;
  std::string result(text);
  for (std::size_t count = 0; count < repetitions_max && !is_toml(result); ++count) {
    auto less = with_one_less(result);
    if (!less) return std::nullopt;
    result = std::move(*less);
  }
  return result != text && is_toml(result) ? std::optional(std::move(result)) : std::nullopt;
}

}  // namespace regreen
