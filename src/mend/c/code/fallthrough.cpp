// c.mark-fallthrough: a case of a switch runs into the next one and does not say so. It says so where it is plain that this is
// meant: a comment tells it, or the cases count down and each adds its own to the same value. Where the next case does
// nothing but leave the switch, so does this one. Elsewhere a `break` may have been forgotten, which nobody can see here.

#include "base/text.h"
#include "mend/c/code/switch_case.h"
#include "mend/c/fixers.h"
#include "mend/c/language/notes.h"
#include "mend/c/language/source.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t chain_min = 3;  // two cases may count down by chance

/// One switch of a file, and how the file says that a case is meant to run into the next one.
struct Site {
  std::string_view text, code, mark;
  Switch body;
};

// ---- is it meant? ----

// "fall through", "Falls through!", "FALLTHRU": letters alone.
bool tells_fall(std::string_view comment) {
  std::string letters;
  for (const char c : lower(comment)) {
    if (c >= 'a' && c <= 'z') letters += c;
  }
  static constexpr auto words = std::to_array<std::string_view>(
      {"fallthrough", "fallsthrough", "fallingthrough", "fallthru", "fallsthru", "dropthrough", "dropsthrough"});
  const bool denies = contains(letters, "notfall") || contains(letters, "nofall") || contains(letters, "never");
  return !denies && std::ranges::any_of(words, [&](auto word) { return contains(letters, word); });
}

// What stands between the last statement of a case and the next label is comment.
bool has_comment(const Site& site, std::size_t label) {
  const auto end = site.body.labels[label].begin, last = end_of_code_before(site.code, end);
  return tells_fall(site.text.substr(last, end - last));
}

// `parts |= SHOW_TIMES;` → "parts|=": what a statement adds to, and how. "" for any other statement.
std::string added_to(std::string_view statement) {
  static constexpr auto signs = std::to_array<std::string_view>({"|=", "+=", "-=", "^=", "*=", "<<=", "&="});
  const auto equals = statement.find('=');
  if (equals == npos || equals == 0) return "";
  for (const auto sign : signs) {
    if (equals + 1 < sign.size() || statement.substr(equals + 1 - sign.size(), sign.size()) != sign) continue;
    std::string head;
    for (const char c : statement.substr(0, equals + 1)) {
      if (c != ' ' && c != '\t' && c != '\n' && c != '\r') head += c;
    }
    return head;
  }
  return "";
}

// What all statements of a case add to; "" where they do not agree, or do something else. `is_last` runs into no other one:
// what it does behind its first statement is its own.
std::string added_by(const Site& site, std::size_t label, bool is_last) {
  const auto begin = site.body.labels[label].end;
  const auto body = site.code.substr(begin, site.body.end_of(label) - begin);
  if (contains(body, "{")) return "";
  std::string head;
  for (const auto statement : split(body, ';')) {
    if (trim(statement).empty()) continue;
    const auto one = added_to(trim(statement));
    if (one.empty() || (!head.empty() && one != head)) return "";
    head = one;
    if (is_last) break;
  }
  return head;
}

// Is the label one of at least three that count down (`case 3:`, `case 2:`, `case 1:`) and add to the same value?
bool counts_down(const Site& site, std::size_t label) {
  const auto& labels = site.body.labels;
  const auto follows = [&](std::size_t i) {
    const auto above = parse_number(labels[i - 1].value), here = parse_number(labels[i].value);
    if (!above || !here || *above - 1 != *here) return false;  // none of them is below 0
    const auto head = added_by(site, i - 1, false);
    return !head.empty() && head == added_by(site, i, true);
  };
  if (!follows(label)) return false;
  auto first = label - 1, last = label;
  while (first > 0 && follows(first)) --first;
  while (last + 1 < labels.size() && follows(last + 1)) ++last;
  return last - first + 1 >= chain_min;
}

// Does a label stand above nothing but `break;`?
bool only_leaves(const Site& site, std::size_t label) {
  while (label + 1 < site.body.labels.size() &&
         trim(site.code.substr(site.body.labels[label].end, site.body.end_of(label) - site.body.labels[label].end))
             .empty())
    ++label;
  const auto at = site.code.find_first_not_of(" \t\r\n", site.body.labels[label].end);
  if (at == npos || !site.code.substr(at).starts_with("break")) return false;
  const auto end = site.code.find_first_not_of(" \t\r\n", at + 5);
  return end != npos && site.code[end] == ';';
}

// ---- how it is said ----

// A macro of the project for it: `#define FALLTHROUGH __attribute__((fallthrough))` in the file, or in a header that it includes.
std::string own_macro(const Tree& tree, std::string_view file, std::string_view text) {
  for (const auto& path : tree.list()) {
    const bool is_seen = path == file || (is_c_header(path) && includes_file(text, path));
    const auto seen = is_seen ? tree.read(path).value_or("") : "";
    for (const auto line : split_lines(seen)) {
      const auto define = line.find("define ");
      if (define == npos || !trim(line).starts_with('#') || !contains(line, "fallthrough")) continue;
      const auto rest = trim(line.substr(define + 7));
      const auto name = rest.substr(0, rest.find_first_of(" \t"));
      if (is_identifier(name) && contains(rest.substr(name.size()), "fallthrough")) return std::string(name) + ";";
    }
  }
  return "";
}

std::string mark_for(const Tree& tree, std::string_view file, std::string_view text, std::string_view code) {
  if (auto macro = own_macro(tree, file, text); !macro.empty()) return macro;
  return is_cpp(file) || contains(code, "[[fallthrough]]") ? "[[fallthrough]];" : "__attribute__((fallthrough));";
}

// Below the last statement of the case above a label; behind it where that shares its line with its own label.
Edit said_above(const Site& site, std::size_t label, std::string_view mark) {
  const Lines lines(site.text);
  const auto last = end_of_code_before(site.code, site.body.labels[label].begin);
  const auto& above = site.body.labels[label - 1];
  const auto own_line = lines.number_at(above.begin), last_line = lines.number_at(last - 1);
  if (own_line == last_line || lines.number_at(site.body.labels[label].begin) == last_line)
    return {last, 0, " " + std::string(mark)};
  const auto first = site.code.find_first_not_of(" \t\r\n", above.end);
  const auto first_line = lines.number_at(first);
  const auto indent = first_line == own_line ? std::string(indentation(lines.line(own_line))) + "    "
                                             : std::string(indentation(lines.line(first_line)));
  return {lines.end(last_line), 0, std::string(line_end(site.text)) + indent + std::string(mark)};
}

std::vector<Edit> marked(const Site& site, std::size_t label) {
  const auto last = end_of_code_before(site.code, site.body.labels[label].begin);
  if (last <= site.body.labels[label - 1].end) return {};
  const auto tail = site.code.substr(site.body.labels[label - 1].end, last - site.body.labels[label - 1].end);
  if (contains(tail, "#") || tail.ends_with("]];") || contains(tail, "fallthrough")) return {};
  if (has_comment(site, label)) return {said_above(site, label, site.mark)};
  if (only_leaves(site, label)) return {said_above(site, label, "break;")};
  return counts_down(site, label) ? std::vector{said_above(site, label, site.mark)} : std::vector<Edit>();
}

// gcc names the statement and notes the label, clang names the label.
std::vector<TreePlace> labels_said(const Tree& tree, const Occurrence& occurrence) {
  auto noted = noted_places(tree, occurrence, {": note: here"});
  return noted.empty() ? places_of(tree, occurrence) : noted;
}

}  // namespace

std::vector<Patch> mark_c_fallthrough(const Patient& patient) {
  std::map<std::string, std::set<std::size_t>> labels;
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    for (const auto& place : labels_said(patient.tree, occurrence)) {
      const auto text = is_c_family(place.file) && place.column > 0 ? draft.read(place.file) : std::nullopt;
      if (const auto at = text ? offset_of(*text, place.line, place.column) : std::nullopt)
        labels[place.file].insert(*at);
    }
  }
  for (const auto& [file, places] : labels) {
    const auto text = *draft.read(file), code = code_only(text, Speech::c);
    const auto mark = mark_for(patient.tree, file, text, code);
    std::vector<Edit> edits;
    for (const auto at : places) {
      const Site site{text, code, mark, switch_around(code, at)};
      const auto label = site.body.label_before(at);
      if (label == 0 || label >= site.body.labels.size() || site.body.labels[label].begin != at) continue;
      for (auto& edit : marked(site, label)) edits.push_back(std::move(edit));
    }
    draft.edit(file, std::move(edits));
  }
  return draft.patches();
}

}  // namespace regreen
