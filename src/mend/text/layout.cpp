// text.trailing-whitespace: blanks at line ends, the missing last newline, blank lines at the end of the
// file.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/kind.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/fixers.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

// What is done about the line breaks that two blanks at the end of a line are in Markdown.
enum class Breaks { none, kept, marked };

bool is_markdown(std::string_view path) { return path.ends_with(".md") || path.ends_with(".markdown"); }

// Do the blanks behind a line break it? Not behind a heading, nor where the paragraph ends anyway.
bool breaks_line(const Lines& lines, std::size_t number, std::size_t kept) {
  const auto line = lines.line(number);
  return kept > 0 && line.ends_with("  ") && !line.starts_with('#') && lines.has(number + 1) &&
         !trim(lines.line(number + 1)).empty();
}

// Does a word of a line stand in a sentence: beside another word of it, or behind the mark of a comment? Alone in quotes or in
// code it is a name, which others may have chosen.
bool stands_in_prose(std::string_view path, std::string_view line, std::size_t at) {
  static constexpr auto documents = std::to_array<std::string_view>({".md", ".rst", ".txt", ".adoc", ".html", ".tex"});
  if (std::ranges::any_of(documents, [&](auto ending) { return path.ends_with(ending); })) return true;
  const auto front = line.substr(0, at);
  if (contains(front, "# ") || contains(front, "//") || contains(front, "/*") || trim(front) == "*") return true;
  const auto quote = front.find_last_of("'\"`");
  const auto open = quote == std::string_view::npos ? 0 : quote + 1;
  const auto close = std::min(line.find_first_of("'\"`", at), line.size());
  const auto text = line.substr(open, close - open);
  const bool is_code = text.find_first_of("=(){}[];<>") != std::string_view::npos;
  return contains(trim(text), " ") && !is_code;
}

// Blanks at line ends say something in a diff, and in what a test compares with.
bool is_read_as_it_is(std::string_view path) {
  static constexpr auto endings = std::to_array<std::string_view>({".diff", ".patch", ".rej", ".snap", ".golden"});
  static constexpr auto folders = std::to_array<std::string_view>({"golden", "snapshots", "__snapshots__"});
  const bool is_recorded =
      std::ranges::any_of(split(folder_of(path), '/'), [](auto part) { return is_among(part, folders); });
  return is_recorded || is_sample(path) ||
         std::ranges::any_of(endings, [&](auto ending) { return path.ends_with(ending); });
}

std::vector<Edit> trimming_edits(std::string_view text, Breaks breaks) {
  std::vector<Edit> edits;
  const Lines lines(text);
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    const auto last = line.find_last_not_of(" \t");
    const std::size_t keep = last == std::string_view::npos ? 0 : last + 1;
    const bool is_break = breaks != Breaks::none && breaks_line(lines, number, keep);
    if (keep == line.size() || (is_break && breaks == Breaks::kept)) continue;
    edits.push_back({lines.begin(number) + keep, line.size() - keep, is_break ? "\\" : ""});
  }
  return edits;
}

// The text ends with one line end.
std::string with_one_last_newline(std::string text) {
  const std::string end(line_end(text));
  const auto last = text.find_last_not_of("\r\n");
  if (last == std::string::npos) return "";
  text.erase(last + 1);
  return text + end;
}

// pre-commit's hooks name the files below: "Fixing docs/a.txt".
std::vector<std::string> files_said(const Patient& patient) {
  auto files = files_of(patient.tree, patient.diagnosis);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    for (const auto& line : occurrence.after) {
      const auto words = trim(line);
      if (!words.starts_with("Fixing ")) continue;
      auto file = find_file(patient.tree, words.substr(7));
      if (file && !is_among(*file, files)) files.push_back(std::move(*file));
    }
  }
  return files;
}

bool is_word_part(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

bool is_word(std::string_view text) { return !text.empty() && std::ranges::all_of(text, is_word_part); }

}  // namespace

std::vector<Patch> use_unix_line_ends(const Patient& patient) {
  Draft draft(patient.tree);
  std::vector<std::string> files;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    std::string line = occurrence.at.text;
    std::ranges::replace_if(
        line, [](char c) { return contains(":'\"`", std::string_view(&c, 1)); }, ' ');
    for (const auto word : split(line, ' ')) {
      if (auto file = word.empty() ? std::nullopt : find_file(patient.tree, word)) files.push_back(std::move(*file));
    }
  }
  // "/usr/bin/env: 'bash\r'" names no file: it is one whose first line ends so.
  for (const auto& path : patient.tree.list()) {
    const bool script = path.ends_with(".sh") || patient.tree.is_executable(path);
    if (!files.empty() || !script) continue;
    const auto text = patient.tree.read(path).value_or("");
    if (text.starts_with("#!") && line_end(text) == "\r\n") draft.write(path, replace_all(text, "\r\n", "\n"));
  }
  for (const auto& file : files) {
    const auto text = draft.read(file);
    if (text && (text->starts_with("#!") || file.ends_with(".sh"))) draft.write(file, replace_all(*text, "\r\n", "\n"));
  }
  return draft.patches();
}

std::vector<Patch> fix_spelling(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto wrong = capture(occurrence, "actual"), right = capture(occurrence, "expected");
    const auto places = places_of(patient.tree, occurrence);
    if (!is_word(wrong) || !is_word(right) || places.empty()) continue;
    const auto text = draft.read(places.front().file);
    if (!text) continue;
    const Lines lines(*text);
    const auto line = lines.line(places.front().line);
    std::vector<Edit> edits;
    for (auto at = line.find(wrong); at != std::string_view::npos; at = line.find(wrong, at + 1)) {
      const bool begins = at == 0 || !is_word_part(line[at - 1]);
      const auto end = at + wrong.size();
      if (begins && (end == line.size() || !is_word_part(line[end])) && stands_in_prose(places.front().file, line, at))
        edits.push_back({lines.begin(places.front().line) + at, wrong.size(), std::string(right)});
    }
    draft.edit(places.front().file, std::move(edits));
  }
  return draft.patches();
}

// First without touching line breaks of Markdown; then, where a check allows no blanks at all, as a backslash, which is
// one, too (CommonMark 6.7).
std::vector<Patch> trim_trailing_whitespace(const Patient& patient) {
  std::vector<Patch> patches;
  for (const auto breaks : {Breaks::kept, Breaks::marked}) {
    Draft draft(patient.tree);
    for (const auto& file : files_said(patient)) {
      const auto text = is_read_as_it_is(file) ? std::nullopt : draft.read(file);
      if (!text || text->empty()) continue;
      draft.edit(file, trimming_edits(*text, is_markdown(file) ? breaks : Breaks::none));
      draft.write(file, with_one_last_newline(*draft.read(file)));
    }
    const Patch patch = draft.patch();
    if (!patch.empty() && !is_among(patch, patches)) patches.push_back(patch);
  }
  return patches;
}

}  // namespace regreen
