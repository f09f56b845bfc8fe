// toml.fix-syntax: a value without quotes, one quote short or with a backslash that begins no escape, in the only TOML file that
// does not parse; a table or key that is there twice.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/format/fixers.h"
#include "mend/format/toml_edit.h"
#include "mend/format/toml_escape.h"
#include "mend/format/toml_twice.h"
#include "mend/lines.h"
#include "mend/place.h"

#include <algorithm>
#include <array>
#include <optional>

namespace regreen {
namespace {

// A line without its comment, and without blanks.
std::string_view said_on(std::string_view line) {
  char quote = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    if (quote == '"' && c == '\\') {
      ++at;
    } else if (quote != 0) {
      quote = c == quote ? '\0' : quote;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '#') {
      return trim(line.substr(0, at));
    }
  }
  return trim(line);
}

// A value that another language understands: nobody knows whether a text was meant. Numbers and dates that are none of TOML are
// as open.
bool is_of_others(std::string_view value) {
  static constexpr auto words = std::to_array<std::string_view>({"yes", "no", "on", "off", "none", "null", "nil"});
  return is_among(std::string_view(lower(value)), words) ||
         value.find_first_not_of("0123456789-+:TZ ") == std::string_view::npos;
}

// A value as TOML writes it: Python's True without its capital, another word in quotes.
std::string toml_value(std::string_view value) {
  if (value == "True" || value == "False") return lower(value);
  const auto is_quote = [](char c) { return c == '"' || c == '\''; };
  while (!value.empty() && is_quote(value.front())) value.remove_prefix(1);
  while (!value.empty() && is_quote(value.back())) value.remove_suffix(1);
  const bool is_plain =
      !value.empty() && value.find_first_of("\"'\\[]{}") == std::string_view::npos && !is_of_others(value);
  return is_plain ? "\"" + std::string(value) + "\"" : "";
}

// The line with its value in quotes; what stands behind it stays.
std::string quoted_value(std::string_view line) {
  const auto said = said_on(line);
  const auto equals = said.find('=');
  if (equals == std::string_view::npos) return "";
  const auto value = toml_value(trim(said.substr(equals + 1)));
  const auto behind = line.substr(static_cast<std::size_t>(said.data() - line.data()) + said.size());
  return value.empty() ? "" : std::string(trim(said.substr(0, equals))) + " = " + value + std::string(behind);
}

// The three quotes of a text of several lines that is open behind a line; "" where none is.
std::string_view open_behind(std::string_view line, std::string_view open) {
  static constexpr auto marks = std::to_array<std::string_view>({"\"\"\"", "'''"});
  for (std::size_t at = 0; at < line.size(); ++at) {
    const auto mark = line.substr(at, 3);
    if (open.empty() ? !is_among(mark, marks) : mark != open) continue;
    open = open.empty() ? *std::ranges::find(marks, mark) : std::string_view();
    at += 2;
  }
  return open;
}

// Does a line begin with a string that is no key?
bool begins_with_item(std::string_view said) {
  if (!said.starts_with('"') && !said.starts_with('\'')) return false;
  auto end = said.find(said[0], 1);
  while (said[0] == '"' && end != std::string_view::npos && said[end - 1] == '\\') end = said.find('"', end + 1);
  const auto rest = end == std::string_view::npos ? "=" : trim(said.substr(end + 1));
  return rest.empty() || rest[0] == ',' || rest[0] == ']';
}

// `"a"` at the end of a line of a list, and `"b"` on the next that says something
std::vector<Edit> missing_commas(std::string_view text) {
  const Lines lines(text);
  std::vector<Edit> edits;
  std::string_view item, open;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const bool is_within = !open.empty();  // lines of a text look like items
    open = open_behind(lines.line(number), open);
    const auto said = said_on(lines.line(number));
    if (said.empty()) continue;
    if (is_within || !open.empty()) {
      item = {};
      continue;
    }
    const bool is_item = begins_with_item(said), ends = said.ends_with('"') || said.ends_with('\'');
    if (is_item && !item.empty()) edits.push_back({offset_in(text, item) + item.size(), 0, ","});
    item = is_item && ends ? said : std::string_view();
  }
  return edits;
}

// The file that is meant: the one that the log names, else the only one of the project, if it does not parse; "" where it is not clear.
std::string broken_file(const Patient& patient) {
  auto named = files_of(patient.tree, patient.diagnosis);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    if (const auto file = find_file(patient.tree, capture(occurrence, "path"))) named.push_back(*file);
  }
  std::erase_if(named, [](const auto& path) { return !path.ends_with(".toml"); });
  std::vector<std::string> broken;
  for (const auto& path : patient.tree.list()) {
    const bool is_meant = named.empty() || is_among(path, named);
    const auto text =
        is_meant && path.ends_with(".toml") && !is_vendored(path) ? patient.tree.read(path) : std::nullopt;
    if (text && !is_toml(*text)) broken.push_back(path);
  }
  return broken.size() == 1 ? broken.front() : "";
}

// Does the message speak of a backslash, as all parsers do in their own words: "Unescaped '\\'", "invalid escape sequence"?
bool is_about_backslash(const Occurrence& occurrence) {
  const auto said = lower(join(lines_of(occurrence), "\n"));
  return contains(said, "escape") || contains(said, "backslash");
}

// tomllib: "Cannot declare ('log',) twice", "Cannot overwrite a value"; cargo: "duplicate key"; others: "already defined".
bool is_about_repetition(const Occurrence& occurrence) {
  static constexpr auto words =
      std::to_array<std::string_view>({"cannot declare", "cannot overwrite", "duplicate", "redefin", "already defined",
                                       "already been defined", "already exists"});
  const auto said = lower(join(lines_of(occurrence), "\n"));
  return std::ranges::any_of(words, [&](const auto word) { return contains(said, word); });
}

// The text with what is wrong at the line mended; nothing where it still does not parse.
std::optional<std::string> mended_line(std::string_view text, std::size_t number) {
  const auto with_commas = [](std::string_view one) { return apply_edits(one, missing_commas(one)); };
  if (auto mended = with_commas(text); mended && is_toml(*mended)) return std::move(*mended);
  const Lines lines(text);
  const auto line = lines.line(number);
  const auto quoted = quoted_value(line);
  if (quoted.empty()) return std::nullopt;
  auto mended = apply_edits(text, {{lines.begin(number), line.size(), quoted}});
  if (mended && !is_toml(*mended)) mended = with_commas(*mended);
  return mended && is_toml(*mended) ? std::optional(std::move(*mended)) : std::nullopt;
}

// The number of the line that is wrong; cargo says it below: "TOML parse error at line 2, column 8", "--> Cargo.toml:2:8".
std::size_t line_said(const Occurrence& occurrence) {
  auto digits = std::string(capture(occurrence, "line"));
  for (const auto& line : occurrence.after) {
    for (const std::string_view mark : {" at line ", ".toml:"}) {
      const auto at = line.find(mark);
      if (digits.empty() && at != std::string::npos) digits = line.substr(at + mark.size());
    }
  }
  return static_cast<std::size_t>(line_number(digits.substr(0, digits.find_first_not_of("0123456789"))).value_or(0));
}

std::optional<std::string> mended_text(const Occurrence& occurrence, std::string_view text) {
  const auto number = line_said(occurrence);
  if (is_about_repetition(occurrence)) {
    if (auto once = with_each_once(text)) return once;
  }
  if (is_about_backslash(occurrence)) {
    if (auto escaped = with_toml_backslashes(text); is_toml(escaped)) return escaped;
  }
  return number > 0 ? mended_line(text, number) : std::nullopt;
}

}  // namespace

std::vector<Patch> fix_toml_syntax(const Patient& patient) {
  Draft draft(patient.tree);
  const auto path = broken_file(patient);
  const auto text = path.empty() ? std::nullopt : draft.read(path);
  if (auto mended = text ? mended_text(occurrences_of(patient.diagnosis).front(), *text) : std::nullopt)
    draft.write(path, std::move(*mended));
  return draft.patches();
}

}  // namespace regreen
