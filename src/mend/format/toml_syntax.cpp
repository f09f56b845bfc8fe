// toml.fix-syntax: a value without quotes, one quote short or with a backslash that begins no escape, in the only TOML file that
// does not parse; a table that is opened twice.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/format/fixers.h"
#include "mend/format/toml_edit.h"
#include "mend/format/toml_escape.h"
#include "mend/lines.h"
#include "mend/place.h"

#include <optional>
#include <set>

namespace regreen {
namespace {

std::string quoted_value(std::string_view line) {
  const auto equals = line.find('=');
  if (equals == std::string_view::npos) return "";
  auto value = std::string(trim(line.substr(equals + 1)));
  while (!value.empty() && (value.front() == '"' || value.front() == '\'')) value.erase(0, 1);
  while (!value.empty() && (value.back() == '"' || value.back() == '\'')) value.pop_back();
  if (value.empty() || value.find_first_of("\"'\\[]{}") != std::string::npos) return "";
  return std::string(trim(line.substr(0, equals))) + " = \"" + value + "\"";
}

// `"a"` at the end of a line of a list, and `"b"` on the next
std::vector<Edit> missing_commas(std::string_view text) {
  const Lines lines(text);
  std::vector<Edit> edits;
  for (std::size_t number = 1; number < lines.count(); ++number) {
    const auto line = trim(lines.line(number)), next = trim(lines.line(number + 1));
    const bool item = line.starts_with('"') || line.starts_with('\'');
    const bool ends = line.ends_with('"') || line.ends_with('\'');
    if (item && ends && line.size() > 1 && (next.starts_with('"') || next.starts_with('\'')))
      edits.push_back({lines.end(number), 0, ","});
  }
  return edits;
}

// The second part of a table that is opened twice goes to the end of the first, where they have no key in common.
std::optional<std::string> with_one_table(std::string_view text, std::size_t number) {
  const Lines lines(text);
  const auto header = trim(lines.line(number));
  if (!header.starts_with('[') || header.starts_with("[[") || !header.ends_with(']')) return std::nullopt;
  std::size_t first = 1;
  while (first < number && trim(lines.line(first)) != header) ++first;
  if (first == number) return std::nullopt;
  const auto end_of = [&](std::size_t from) {  // behind the last line of the table that says something
    auto end = from + 1;
    for (auto at = from + 1; lines.has(at) && !trim(lines.line(at)).starts_with('['); ++at) {
      if (!trim(lines.line(at)).empty()) end = at + 1;
    }
    return end;
  };
  const auto keys = [&](std::size_t from, std::size_t to) {
    std::set<std::string> names;
    for (auto at = from + 1; at < to; ++at) names.emplace(trim(lines.line(at).substr(0, lines.line(at).find('='))));
    return names;
  };
  const auto first_end = end_of(first), last_end = end_of(number);
  const auto one = keys(first, first_end);
  for (const auto& key : keys(number, last_end)) {
    if (one.contains(key)) return std::nullopt;
  }
  const auto moved = text.substr(lines.begin(number + 1), lines.begin(last_end) - lines.begin(number + 1));
  auto begin = number;
  while (begin > first_end && trim(lines.line(begin - 1)).empty()) --begin;
  if (!moved.ends_with('\n')) return std::nullopt;
  auto after = apply_edits(text, {{lines.begin(first_end), 0, std::string(moved)},
                                  {lines.begin(begin), lines.begin(last_end) - lines.begin(begin), ""}});
  return after ? std::optional(std::move(*after)) : std::nullopt;
}

}  // namespace

std::vector<Patch> fix_toml_syntax(const Patient& patient) {
  const auto occurrence = occurrences_of(patient.diagnosis).front();
  const auto number = line_number(capture(occurrence, "line")).value_or(0);
  const bool is_twice = contains(occurrence.at.text, "Cannot declare (");
  Draft draft(patient.tree);
  for (const auto& path : patient.tree.list()) {
    const auto text = path.ends_with(".toml") ? draft.read(path) : std::nullopt;
    if (auto one =
            text && is_twice && number > 0 ? with_one_table(*text, static_cast<std::size_t>(number)) : std::nullopt) {
      draft.write(path, std::move(*one));
      continue;
    }
    if (!text || is_toml(*text)) continue;
    if (auto escaped = with_toml_backslashes(*text); is_toml(escaped)) {
      draft.write(path, std::move(escaped));
      continue;
    }
    if (number < 1) continue;
    const auto with_commas = apply_edits(*text, missing_commas(*text)).value_or(*text);
    if (is_toml(with_commas)) {
      draft.write(path, with_commas);
      continue;
    }
    const Lines lines(*text);
    const auto line = lines.line(static_cast<std::size_t>(number));
    const auto quoted = quoted_value(line);
    if (quoted.empty()) continue;
    auto mended = apply_edits(*text, {{lines.begin(static_cast<std::size_t>(number)), line.size(), quoted}});
    if (mended && !is_toml(*mended)) mended = apply_edits(*mended, missing_commas(*mended));
    if (mended && is_toml(*mended)) draft.write(path, std::move(*mended));
  }
  return draft.patches();
}

}  // namespace regreen
