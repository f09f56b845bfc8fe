// js.drop-directive: a comment switches rules of ESLint off that find nothing there. Their names go from it, and the comment
// goes where none is left; what it says of other rules stays.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/node/fixers.h"
#include "mend/node/language/script_names.h"
#include "mend/place.h"

#include <algorithm>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr auto mark = std::string_view("Unused eslint-");

/// A comment that ESLint says is not needed, and the rules that find nothing; all of it where none is named.
struct Unused {
  std::string file;
  std::size_t line = 0, column = 0;
  std::set<std::string> rules;
  bool is_warning = false;

  auto operator<=>(const Unused&) const = default;
};

// "(no problems were reported from 'a', 'b', or 'c')"
std::set<std::string> rules_in(std::string_view said) {
  std::set<std::string> rules;
  const auto parts = split(said.substr(said.find(mark)), '\'');
  for (std::size_t i = 1; i + 1 < parts.size(); i += 2) rules.emplace(parts[i]);
  return rules;
}

// "  9:5  error  Unused eslint-disable directive …", "/w/a.js:9:5: Unused …", "/w/a.js: line 9, col 5, Error - Unused …"
std::optional<Unused> read_row(const Tree& tree, std::string_view row, const std::optional<std::string>& heading) {
  const auto at = row.find(mark);
  if (at == npos) return std::nullopt;
  auto head = trim(row.substr(0, at));
  std::vector<std::size_t> numbers;
  std::optional<std::string> file = heading;
  if (const auto colon = head.find(':'); !head.empty() && (head[0] < '0' || head[0] > '9') && colon != npos) {
    file = find_file(tree, head.substr(0, colon));
    head.remove_prefix(colon);
  }
  while (numbers.size() < 2) {
    const auto begin = head.find_first_of("0123456789");
    if (begin == npos) return std::nullopt;
    const auto end = std::min(head.find_first_not_of("0123456789", begin), head.size());
    const auto number = line_number(head.substr(begin, end - begin));
    if (!number) return std::nullopt;
    numbers.push_back(static_cast<std::size_t>(*number));
    head.remove_prefix(end);
  }
  if (!file) return std::nullopt;
  const bool is_warning = contains(lower(head), "warning") || contains(row.substr(at), "[Warning");
  return Unused{*file, numbers[0], numbers[1], rules_in(row), is_warning};
}

// The rows that a log shows, by the files above them. Warnings only where they are what fails.
std::set<Unused> all_unused(const Patient& patient) {
  std::set<Unused> all;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const bool with_warnings = contains(occurrence.at.text, "too many warnings");
    const auto places = places_of(patient.tree, occurrence);
    const auto named = places.empty() ? std::nullopt : std::optional(places.front().file);
    for (const auto& row : lint_rows(patient.tree, lines_of(occurrence), named)) {
      auto one = read_row(patient.tree, row.text, row.file);
      if (one && (with_warnings || !one->is_warning)) all.insert(std::move(*one));
    }
  }
  return all;
}

/// A comment on one line.
struct Comment {
  std::size_t begin = 0, end = 0;        ///< on the line
  std::size_t rules = 0, rules_end = 0;  ///< of the list of rules
};

std::optional<Comment> comment_at(std::string_view line, std::size_t column) {
  const auto word = line.find("eslint-", column == 0 ? 0 : column - 1);
  const auto line_comment = word == npos ? npos : line.rfind("//", word);
  const auto block = word == npos ? npos : line.rfind("/*", word);
  if (line_comment == npos && block == npos) return std::nullopt;
  const bool is_block = block != npos && (line_comment == npos || block > line_comment);
  const auto close = is_block ? line.find("*/", word) : npos;
  if (is_block && close == npos) return std::nullopt;
  Comment comment;
  comment.begin = is_block ? block : line_comment;
  comment.end = is_block ? close + 2 : line.find_last_not_of(" \t") + 1;
  const auto inner_end = is_block ? close : comment.end;
  comment.rules = std::min(line.find(' ', word), inner_end);
  const auto words = line.substr(0, inner_end).find(" -- ", comment.rules);
  comment.rules_end = words == npos ? inner_end : words;
  const bool is_bare = trim(line.substr(comment.begin + 2, word - comment.begin - 2)).empty();
  return is_bare ? std::optional(comment) : std::nullopt;
}

// Are the braces around a comment those of JSX, which hold nothing else? Those of a function are code.
bool is_jsx(std::string_view front, std::string_view behind) {
  if (!front.ends_with('{') || !behind.starts_with('}')) return false;
  front = trim(front.substr(0, front.size() - 1));
  const auto tag = front.substr(std::min(front.rfind('<'), front.size()));
  return behind.substr(1).starts_with('<') || front.ends_with("/>") || (tag.starts_with("</") && tag.ends_with('>'));
}

// The line without the comment; a line that has nothing else goes.
Edit without_comment(const Lines& lines, std::size_t number, const Comment& comment) {
  const auto line = lines.line(number);
  const auto front = trim(line.substr(0, comment.begin));
  auto behind = trim(line.substr(comment.end));
  if ((front.empty() && behind.empty()) || (front == "{" && behind == "}"))
    return {lines.begin(number), lines.begin(number + 1) - lines.begin(number), ""};
  auto begin = comment.begin, end = comment.end;
  if (is_jsx(front, behind)) {
    begin = line.rfind('{', begin);
    end = line.find('}', end) + 1;
    behind = trim(line.substr(end));
  }
  if (behind.empty()) begin = line.find_last_not_of(" \t", begin - 1) + 1;
  while (!behind.empty() && end < line.size() && line[end] == ' ') ++end;
  return {lines.begin(number) + begin, behind.empty() ? line.size() - begin : end - begin, ""};
}

std::optional<Edit> without(const Lines& lines, const Unused& unused) {
  const auto line = lines.line(unused.line);
  const auto comment = comment_at(line, unused.column);
  if (!comment) return std::nullopt;
  const auto list = trim(line.substr(comment->rules, comment->rules_end - comment->rules));
  if (unused.rules.empty())
    return list.empty() ? std::optional(without_comment(lines, unused.line, *comment)) : std::nullopt;
  std::vector<std::string> kept;
  std::size_t dropped = 0;
  for (const auto item : split(list, ',')) {
    if (unused.rules.contains(std::string(trim(item))))
      ++dropped;
    else
      kept.emplace_back(trim(item));
  }
  if (dropped == 0) return std::nullopt;
  if (kept.empty()) return without_comment(lines, unused.line, *comment);
  return Edit{lines.begin(unused.line) + line.find(list, comment->rules), list.size(), join(kept, ", ")};
}

}  // namespace

std::vector<Patch> drop_script_directive(const Patient& patient) {
  Draft draft(patient.tree);
  const auto all = all_unused(patient);
  for (auto unused = all.rbegin(); unused != all.rend(); ++unused) {  // from below: lines go
    const auto text = draft.read(unused->file);
    const auto edit = text && Lines(*text).has(unused->line) ? without(Lines(*text), *unused) : std::nullopt;
    if (edit) draft.edit(unused->file, {*edit});
  }
  return draft.patches();
}

}  // namespace regreen
