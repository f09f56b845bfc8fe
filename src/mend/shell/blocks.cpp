// shell.fix-syntax: blocks that are not closed, headers without `then` or `do`, ends of here-documents that are indented,
// and `local` where there is no function. Indentation shows what was meant.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/shell/fixers.h"
#include "mend/text/code_text.h"
#include "mend/trace.h"

#include <algorithm>
#include <optional>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

std::string_view first_word(std::string_view line) {
  line = trim(line);
  return line.substr(0, line.find_first_of(" \t;("));
}

std::string_view closer_of(std::string_view opener) {
  if (opener == "if") return "fi";
  if (opener == "case") return "esac";
  return opener == "for" || opener == "while" || opener == "until" || opener == "select" ? "done" : "";
}

// The word behind `<<`, where the end may not be indented.
std::string end_word_of(std::string_view line) {
  const auto at = line.find("<<");
  if (at == npos || line.substr(at).starts_with("<<<") || line.substr(at).starts_with("<<-")) return "";
  auto word = trim(line.substr(at + 2));
  if (word.starts_with('\'') || word.starts_with('"')) word.remove_prefix(1);
  return std::string(word_at(word, 0));
}

// The last line of the here-document that a line opens; the line itself where it opens none.
std::size_t end_of_document_on(const Lines& lines, std::size_t number) {
  const auto word = end_word_of(lines.line(number));
  for (auto end = number + 1; !word.empty() && lines.has(end); ++end) {
    if (lines.line(end) == word) return end;
  }
  return number;
}

// The line that is the end of a here-document but for its indentation.
std::optional<Edit> end_of_document(const Lines& lines) {
  std::string word;
  std::size_t indented = 0;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    if (word.empty()) {
      word = end_word_of(line);
      indented = 0;
    } else if (line == word) {
      word.clear();
    } else if (trim(line) == word && indented == 0) {
      indented = number;
    }
  }
  if (word.empty() || indented == 0) return std::nullopt;
  return Edit{lines.begin(indented), lines.line(indented).size(), word};
}

/// A block that is open: the line of its header.
struct Block {
  std::size_t line = 0, depth = 0;
  std::string_view closer;
};

// The closer of the innermost block that the lines behind it have left, by their indentation.
std::optional<Edit> closer(const Lines& lines) {
  std::vector<Block> open;
  std::string document;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    if (!document.empty()) {
      if (trim(line) == document) document.clear();
      continue;
    }
    if (trim(line).empty() || trim(line).starts_with('#')) continue;
    document = end_word_of(line);
    const auto word = first_word(line);
    const auto depth = indentation(line).size();
    const bool closes = !open.empty() && word == open.back().closer;
    const bool goes_on = word == "else" || word == "elif" || word == "then" || word == "do";
    if (!open.empty() && !closes && !goes_on && depth <= open.back().depth) {
      const auto end = std::string(indentation(lines.line(open.back().line))) + std::string(open.back().closer) + "\n";
      return Edit{lines.begin(number), 0, end};
    }
    if (closes && depth < open.back().depth) {  // it is the one of a block further out
      const auto end = std::string(indentation(lines.line(open.back().line))) + std::string(open.back().closer) + "\n";
      return Edit{lines.begin(number), 0, end};
    }
    if (closes) open.pop_back();
    const auto wanted = closer_of(word);
    const bool on_one_line = !wanted.empty() && !words_in(line, wanted).empty();
    if (!wanted.empty() && !on_one_line) open.push_back({number, depth, wanted});
  }
  if (open.empty()) return std::nullopt;
  const auto end = std::string(indentation(lines.line(open.back().line))) + std::string(open.back().closer) + "\n";
  return Edit{lines.begin(lines.count() + 1), 0, end};
}

// `if [ … ]` without `then`, `for …` without `do`, on the line or the next.
std::optional<Edit> header_word(const Lines& lines) {
  for (std::size_t number = 1; number <= lines.count(); number = end_of_document_on(lines, number) + 1) {
    const auto line = lines.line(number);
    const auto word = first_word(line);
    const auto wanted = word == "if" || word == "elif" ? "then" : closer_of(word) == "done" ? "do" : "";
    const std::string_view code = trim(line);
    if (std::string_view(wanted).empty() || code.ends_with('\\') || code.ends_with("&&") || code.ends_with("||"))
      continue;
    if (!words_in(line, wanted).empty() || first_word(lines.line(number + 1)) == wanted || contains(code, " #"))
      continue;
    const auto end = indentation(line).size() + code.size();
    return Edit{lines.begin(number) + end, 0, (code.ends_with(';') ? " " : "; ") + std::string(wanted)};
  }
  return std::nullopt;
}

// A line with an odd number of double quotes: the end of the line is where most of them belong.
std::optional<Edit> last_quote(const Lines& lines, std::size_t number) {
  const auto line = lines.line(number);
  if (std::ranges::count(line, '"') % 2 == 0 || contains(line, "\\\"")) return std::nullopt;
  const auto code = trim(line);
  auto end = indentation(line).size() + code.size();
  for (const std::string_view tail : {"; then", "; do", " ]", " ]]", ";", ")"}) {
    if (line.substr(0, end).ends_with(tail)) end -= tail.size();
  }
  return Edit{lines.begin(number) + end, 0, "\""};
}

std::optional<Edit> edit_for(const Occurrence& occurrence, const Lines& lines, std::size_t number) {
  const std::string_view said = occurrence.at.text;
  if (contains(said, "local: can only be used") || contains(said, "local: not in a function")) {
    const auto line = lines.line(number);
    const auto at = indentation(line).size();
    return line.substr(at).starts_with("local ") ? std::optional<Edit>({lines.begin(number) + at, 6, ""})
                                                 : std::nullopt;
  }
  if (const auto edit = end_of_document(lines)) return edit;
  if (contains(said, "looking for matching `\"'") || contains(said, "Unterminated quoted string"))
    return last_quote(lines, number);
  if (const auto edit = header_word(lines)) return edit;
  return closer(lines);
}

}  // namespace

std::vector<Patch> fix_shell_syntax(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    for (const auto& place : places_around(patient.tree, occurrence)) {
      const auto text = draft.read(place.file);
      if (!text || place.line == 0) continue;
      const Lines lines(*text);
      const auto edit = edit_for(occurrence, lines, std::min(place.line, lines.count()));
      if (!edit) continue;
      draft.edit(place.file, {*edit});
      return draft.patches();
    }
  }
  return {};
}

}  // namespace regreen
