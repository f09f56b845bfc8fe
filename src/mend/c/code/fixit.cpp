// c.apply-fixit: does what gcc and clang propose themselves: a name spelt right, a missing bracket or semicolon, the
// right conversion in a format, a superfluous semicolon, a missing `override`.

#include "base/text.h"
#include "mend/c/code/format_spec.h"
#include "mend/c/fixers.h"
#include "mend/c/language/compiler_quote.h"
#include "mend/c/language/notes.h"
#include "mend/c/language/source.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/slip.h"
#include "mend/text/code_text.h"
#include "mend/text/missing_brace.h"
#include "mend/text/missing_quote.h"

#include <algorithm>
#include <map>

namespace regreen {
namespace {

// What one message asks for, in one file.
struct Wish {
  std::string file;
  std::vector<Edit> edits;
};

std::string plain_blanks(std::string_view line) {
  std::string plain;
  for (const char c : line) {
    if (c != ' ' && c != '\t' && c != '\r') plain += c;
  }
  return plain;
}

// Is the line still what the compiler saw?
bool is_as_quoted(const CSource& source, std::size_t line, const Quote& quote) {
  return quote.source.empty() || plain_blanks(Lines(source.text).line(line)) == plain_blanks(quote.source);
}

bool is_name(std::string_view text) {
  if (text.starts_with('~')) text.remove_prefix(1);
  const std::string parts = replace_all(std::string(text), "::", "\n");
  for (const auto part : split(parts, '\n')) {
    if (!is_identifier(part)) return false;
  }
  return true;
}

// The text between the quotes that follow `mark`, whatever quotes they are.
std::string quoted_after(std::string_view line, std::string_view mark) {
  const auto at = line.find(mark);
  if (at == std::string_view::npos) return "";
  auto rest = plain_quotes(line.substr(at + mark.size()));
  rest = replace_all(std::move(rest), "`", "'");
  if (!rest.starts_with('\'')) return "";
  return rest.substr(1, rest.find('\'', 1) - 1);
}

std::string suggested_name(const Occurrence& occurrence) {
  if (const auto expected = capture(occurrence, "expected"); !expected.empty()) return std::string(expected);
  for (std::size_t i = 0; i < std::min<std::size_t>(occurrence.after.size(), 8); ++i) {
    const auto& line = occurrence.after[i];
    if (contains(line, ": error:")) break;
    if (auto name = quoted_after(line, "suggested alternative: "); !name.empty()) return name;
    if (contains(line, "suggested alternatives:") && i + 1 < occurrence.after.size()) continue;
  }
  for (const auto* mark : {"did you mean to use ", "did you mean "}) {
    if (auto name = quoted_after(occurrence.at.text, mark); !name.empty()) return name;
  }
  return "";
}

// gcc tells of an unknown name once, of a member every time.
bool is_told_once(std::string_view message) {
  return contains(message, "first use in this function") || contains(message, "implicit declaration of function") ||
         contains(message, "undeclared function") || contains(message, "unknown type name");
}

std::vector<Edit> respelt(const CSource& source, const TreePlace& place, const Occurrence& occurrence,
                          const Table& headers) {
  std::string symbol(capture(occurrence, "symbol"));
  // ‘ambre’ is not a member of ‘Colour’: the first of the two is wrong.
  const std::string_view said = occurrence.at.text;
  if (const auto end = said.find("’ is not a member of"); end != std::string_view::npos) {
    const auto open = said.rfind("‘", end);
    const auto begin = open == std::string_view::npos ? end : open + std::string_view("‘").size();
    symbol = said.substr(begin, end - begin);
  }
  const std::string wanted = suggested_name(occurrence);
  if (symbol == wanted || !is_name(symbol) || !is_name(wanted) || headers.contains(symbol)) return {};
  if (is_private_one(wanted, symbol) || is_other_word(wanted, symbol)) return {};
  const auto last = symbol.rfind(':');
  const std::string spelt = last == std::string::npos ? symbol : symbol.substr(last + 1);
  auto at = offset_of(source.text, place.line, place.column, spelt);
  if (!at) {  // C names the arrow before a member
    const Lines lines(source.text);
    const auto code = std::string_view(source.code).substr(lines.begin(place.line), lines.line(place.line).size());
    const auto found = words_in(code, spelt);
    if (found.size() != 1) return {};
    at = lines.begin(place.line) + found[0];
  }
  const auto behind = source.code.find_first_not_of(" \t", *at + spelt.size());
  const bool is_called = behind != std::string::npos && source.code[behind] == '(';
  if (is_called && wanted.ends_with("_t") && !lower(spelt).ends_with("_t"))
    return {};  // size_of() is no slip of a type
  const auto tail = wanted.rfind(':');
  const std::string text = last != std::string::npos && tail != std::string::npos ? wanted.substr(tail + 1) : wanted;
  std::vector<Edit> edits;
  if (!is_told_once(occurrence.at.text)) return {{*at, spelt.size(), text}};
  for (const auto place_of_word : words_in(source.code, spelt)) {
    if (place_of_word >= *at) edits.push_back({place_of_word, spelt.size(), text});
  }
  return edits;
}

std::vector<Edit> punctuated(const CSource& source, const TreePlace& place, const Occurrence& occurrence) {
  std::string mark(capture(occurrence, "expected"));
  if (mark.empty()) mark = quoted_after(occurrence.at.text, "expected ");
  if (contains(occurrence.at.text, "at end of input") || mark == "}") {
    const auto brace = missing_brace(source.text, source.code);
    return brace ? std::vector{*brace} : std::vector<Edit>{};
  }
  if (contains(occurrence.at.text, "missing terminating")) {
    const auto quote = missing_quote(source.text, place.line);
    return quote ? std::vector{*quote} : std::vector<Edit>{};
  }
  if (mark.size() != 1 || !contains(";)],:({", mark)) return {};
  const auto at = offset_of(source.text, place.line, place.column);
  if (!at) return {};
  const std::size_t end = end_of_code_before(source.code, *at);
  if (end == 0) return {};
  if (source.code.substr(end, 1) == mark) return {};
  if (mark == ";" && (source.code[end - 1] == ';' || source.code[end - 1] == '{')) return {};
  return {{end, 0, mark}};
}

// "%ld" for a size_t, as gcc proposes → "%zu", which it is on other machines, too.
std::string portable(std::string wanted, std::string_view said) {
  const auto wrong = format_mismatch(said);
  const auto conversion = wrong ? conversion_for(wrong->type, wanted.back()) : Conversion{};
  const auto size = wanted.find_first_of("hlLqjzt");
  if (!conversion.macro.empty() || !contains("jtz", conversion.size) || conversion.size.empty()) return wanted;
  return wanted.substr(0, std::min(size, wanted.size() - 1)) + conversion.size + conversion.letter;
}

// "%d" → "%ld": the conversion that stands below the marked one.
std::vector<Edit> formatted(const CSource& source, const TreePlace& place, const Quote& quote, std::string_view said) {
  if (quote.rows.size() < 2) return {};
  const auto& row = quote.rows.back();
  const auto column = row.find_first_not_of(' ');
  if (column == std::string::npos || row[column] != '%' || column >= quote.source.size()) return {};
  const auto wanted = std::string(trim(std::string_view(row).substr(column)));
  std::size_t end = column + 1;
  while (end < quote.source.size() && contains("-+ #0123456789.*hlLqjzt", quote.source.substr(end, 1))) ++end;
  const std::string written = quote.source.substr(column, end + 1 - column);
  if (quote.source[column] != '%' || wanted.size() > 12 || wanted.find_first_of("\"\\ ") != std::string::npos)
    return {};
  const Lines lines(source.text);
  const auto content = lines.line(place.line);
  const auto shift = content.find(trim(quote.source));
  const auto indent = quote.source.find_first_not_of(" \t");
  if (shift == std::string_view::npos || column < indent) return {};
  const auto at = shift + column - indent;
  if (content.substr(at, written.size()) != written || misuses_precision(written, written.back(), wanted.back()))
    return {};
  return {{lines.begin(place.line) + at, written.size(), portable(wanted, said)}};
}

// `struct A { … };;` and `int f() {};`
std::vector<Edit> without_semicolon(const CSource& source, const TreePlace& place) {
  const auto at = offset_of(source.text, place.line, place.column);
  if (!at || *at >= source.code.size() || source.code[*at] != ';') return {};
  return {{*at, 1, ""}};
}

// `void draw() const;` → `void draw() const override;`
std::vector<Edit> with_override(const CSource& source, const TreePlace& place) {
  const auto at = offset_of(source.text, place.line, place.column);
  if (!at) return {};
  const auto open = source.code.find('(', *at);
  const auto close = open == std::string::npos ? open : closing_bracket(source.code, open);
  if (close == std::string::npos) return {};
  const auto end = source.code.find_first_of(";{=", close);
  if (end == std::string::npos || !words_in(source.code.substr(close, end - close), "override").empty()) return {};
  return {{end_of_code_before(source.code, end), 0, " override"}};
}

std::vector<Edit> edits_for(const CSource& source, const TreePlace& place, const Occurrence& occurrence,
                            const Table& headers) {
  const std::string_view message = occurrence.at.text;
  const Quote quote = quote_below(occurrence);
  if (!is_as_quoted(source, place.line, quote)) return {};
  if (contains(message, "[-Werror") && contains(message, "format")) return formatted(source, place, quote, message);
  if (contains(message, "override") && contains(message, "[-Werror")) return with_override(source, place);
  if (contains(message, "extra ") && contains(message, "[-Werror")) return without_semicolon(source, place);
  if (!capture(occurrence, "symbol").empty()) return respelt(source, place, occurrence, headers);
  return punctuated(source, place, occurrence);
}

// A function without a declaration answers an int: what is said below about formats only follows from that.
bool follows_from_undeclared(const Occurrence& occurrence) {
  constexpr std::size_t lines_above = 8;
  const auto first = occurrence.before.size() > lines_above ? occurrence.before.size() - lines_above : 0;
  return contains(occurrence.at.text, "expects argument of type") &&
         std::any_of(occurrence.before.begin() + static_cast<std::ptrdiff_t>(first), occurrence.before.end(),
                     [](const auto& line) { return contains(line, "implicit declaration of function"); });
}

std::vector<Wish> wishes(const Patient& patient) {
  const Table& headers = patient.rules.table("c-headers");
  std::map<std::string, CSource> sources;
  std::vector<Wish> all;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = places_of(patient.tree, occurrence);
    if (places.empty() || places[0].line == 0 || follows_from_undeclared(occurrence)) continue;
    const auto& place = places[0];
    if (is_foreign(place.file)) continue;
    if (!sources.contains(place.file)) {
      auto source = c_source(Draft(patient.tree), place.file);
      if (!source) continue;
      sources[place.file] = std::move(*source);
    }
    auto edits = edits_for(sources[place.file], place, occurrence, headers);
    if (!edits.empty()) all.push_back({place.file, std::move(edits)});
  }
  return all;
}

// The first so many wishes, those left out that touch the same bytes.
Patch granted(const Tree& tree, const std::vector<Wish>& all, std::size_t count) {
  std::map<std::string, std::vector<Edit>> by_file;
  for (std::size_t i = 0; i < std::min(count, all.size()); ++i) {
    auto& edits = by_file[all[i].file];
    for (const auto& edit : all[i].edits) {
      const bool taken = std::ranges::any_of(edits, [&](const Edit& other) {
        return edit.offset <= other.offset + other.length && other.offset <= edit.offset + edit.length;
      });
      if (!taken) edits.push_back(edit);
    }
  }
  Draft draft(tree);
  for (auto& [file, edits] : by_file) draft.edit(file, std::move(edits));
  return draft.patch();
}

}  // namespace

std::vector<Patch> apply_c_fixit(const Patient& patient) {
  const auto all = wishes(patient);
  if (all.empty()) return {};
  std::vector<Patch> patches = {granted(patient.tree, all, all.size())};
  // Later messages may only follow from the first.
  if (auto first = granted(patient.tree, all, 1); first != patches[0]) patches.push_back(std::move(first));
  return patches;
}

}  // namespace regreen
