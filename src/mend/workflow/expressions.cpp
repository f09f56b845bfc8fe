// workflow.fix-expression: an expression of a workflow that is written as other languages write theirs: texts in double
// quotes, `=` for `==`, `and` for `&&`, a function without its brackets or with a slip in its name. Texts stay as they are.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/slip.h"
#include "mend/text/code_text.h"
#include "mend/workflow/fixers.h"
#include "mend/workflow/source.h"

#include <algorithm>
#include <array>
#include <functional>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

constexpr auto functions =
    std::to_array<std::string_view>({"always", "cancelled", "contains", "endsWith", "failure", "format", "fromJSON",
                                     "hashFiles", "join", "startsWith", "success", "toJSON"});

// Those that say how it went so far, and take nothing.
constexpr auto statuses = std::to_array<std::string_view>({"always", "cancelled", "failure", "success"});

/// An expression as it is and as it is meant; the same where nothing is to be done.
using Rewrite = std::function<std::string(std::string_view)>;

// The expression with what stands outside of its texts written anew.
std::string outside_texts(std::string_view expression, const Rewrite& rewrite) {
  std::string out;
  while (!expression.empty()) {
    const auto quote = std::min(expression.find('\''), expression.size());
    out += rewrite(expression.substr(0, quote));
    expression.remove_prefix(quote);
    const auto close = expression.empty() ? npos : expression.find('\'', 1);
    const auto length = close == npos ? expression.size() : close + 1;
    out += expression.substr(0, length);
    expression.remove_prefix(length);
  }
  return out;
}

// "main" → 'main'
std::string in_single_quotes(std::string_view expression) {
  bool is_open = false;
  auto out = outside_texts(expression, [&](std::string_view code) {
    std::string text;
    for (auto at = code.find('"'); at != npos; at = code.find('"')) {
      const auto close = code.find('"', at + 1);
      if (close == npos) is_open = true;
      if (close == npos) break;
      text += std::string(code.substr(0, at)) + "'" + std::string(code.substr(at + 1, close - at - 1)) + "'";
      code.remove_prefix(close + 1);
    }
    return text + std::string(code);
  });
  return is_open ? std::string(expression) : out;
}

// A sign that stands alone, doubled: `a = b` → `a == b`
std::string doubled(std::string_view code, char sign) {
  std::string out;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char before = i > 0 ? code[i - 1] : ' ', after = i + 1 < code.size() ? code[i + 1] : ' ';
    const bool alone = code[i] == sign && before != sign && after != sign && !contains("<>!", {&before, 1});
    out.append(alone ? 2 : 1, code[i]);
  }
  return out;
}

bool is_member(std::string_view code, std::size_t at) { return at > 0 && contains(".-", code.substr(at - 1, 1)); }

// `a and b` → `a && b`
std::string joined_by_signs(std::string_view code) {
  struct Word {
    std::string_view word, sign;
  };
  constexpr auto words = std::to_array<Word>({{"and", "&&"}, {"AND", "&&"}, {"or", "||"}, {"OR", "||"}});
  std::vector<Edit> edits;
  for (const auto& [word, sign] : words) {
    for (const auto at : words_in(code, word)) {
      if (!is_member(code, at)) edits.push_back({at, word.size(), std::string(sign)});
    }
  }
  return apply_edits(code, std::move(edits)).value_or(std::string(code));
}

/// What a `not` of other languages denies: all that is joined by no `and` or `or`.
struct Denied {
  std::size_t end = 0;
  bool is_comparison = false;
};

Denied denied_at(std::string_view code, std::size_t begin) {
  Denied denied{begin, false};
  int depth = 0;
  for (auto at = begin; at < code.size(); ++at) {
    if (contains("([", code.substr(at, 1))) ++depth;
    if (contains(")]", code.substr(at, 1)) && --depth < 0) break;
    const auto sign = code.substr(at, 2);
    if (depth == 0 && (sign == "&&" || sign == "||" || code[at] == ',')) break;
    if (depth == 0 && contains("=<>", code.substr(at, 1))) denied.is_comparison = true;
    if (!contains(" \n", code.substr(at, 1))) denied.end = at + 1;
  }
  return denied;
}

// `not a` → `!a`, `not a == b` → `!(a == b)`: the sign binds tighter than the word.
std::string denied_by_sign(std::string_view expression) {
  bool is_text = false;
  std::string code(expression);
  for (char& c : code) {
    if (c == '\'') is_text = !is_text;
    if (is_text) c = '\'';
  }
  std::vector<Edit> edits;
  for (const auto at : words_in(code, "not")) {
    const auto begin = code.find_first_not_of(" \n", at + 3);
    if (begin == npos || is_member(code, at)) continue;
    const auto denied = denied_at(code, begin);
    edits.push_back({at, begin - at, denied.is_comparison ? "!(" : "!"});
    if (denied.is_comparison) edits.push_back({denied.end, 0, ")"});
  }
  return apply_edits(expression, std::move(edits)).value_or(std::string(expression));
}

// `a and not b` → `a && !b`
std::string with_signs(std::string_view expression) {
  return denied_by_sign(outside_texts(expression, joined_by_signs));
}

std::string replaced(std::string_view code, std::string_view word, std::string_view now) {
  std::vector<Edit> edits;
  for (const auto at : words_in(code, word)) {
    const bool is_called = trim(code.substr(at + word.size())).starts_with('(');
    if (is_called == now.ends_with(')')) continue;  // a name for a name of a function, brackets for one without
    if (!is_member(code, at)) edits.push_back({at, word.size(), std::string(now)});
  }
  return apply_edits(code, std::move(edits)).value_or(std::string(code));
}

std::string_view function_near(std::string_view word) {
  std::vector<std::string> names;
  for (const auto one : functions) names.push_back(lower(one));
  auto near = only_near(names, lower(word));
  if (near.empty()) near = only_near(names, lower(word) + "s");  // startWith
  const auto found = std::ranges::find(names, near.empty() ? lower(word) : near);
  return found == names.end() ? "" : functions[static_cast<std::size_t>(found - names.begin())];
}

// What stands in the quotes behind a mark, which ends with the opening one.
std::string_view named_in(std::string_view said, std::string_view mark) {
  return between(said, mark, mark.substr(mark.size() - 1));
}

// The change that a message of actionlint or GitHub asks for.
Rewrite rewrite_for(std::string_view said) {
  const auto code = [](Rewrite one) -> Rewrite {
    return [one = std::move(one)](std::string_view expression) { return outside_texts(expression, one); };
  };
  const auto sign = [&](char c) { return code([c](std::string_view one) { return doubled(one, c); }); };
  const auto symbol = between(said, "Unexpected symbol: '", "'. Located");
  if (contains(said, "unexpected character '\"' while lexing") || symbol.starts_with('"')) return in_single_quotes;
  if (contains(said, "while lexing == operator") || symbol == "=") return sign('=');
  if (contains(said, "while lexing && operator") || symbol == "&") return sign('&');
  for (const std::string_view word : {"and", "or", "not", "AND", "OR"}) {
    if (symbol == word) return with_signs;
  }
  if (contains(said, "parser did not reach end of input")) return with_signs;
  for (const std::string_view mark : {"undefined function \"", "Unrecognized function: '"}) {
    const std::string name(named_in(said, mark));
    const auto meant = name.empty() ? std::string_view() : function_near(name);
    if (!meant.empty()) return code([=](std::string_view one) { return replaced(one, name, meant); });
  }
  for (const std::string_view mark : {"undefined variable \"", "Unrecognized named-value: '"}) {
    const std::string name(named_in(said, mark));
    if (std::ranges::find(statuses, name) == statuses.end()) continue;
    return code([=](std::string_view one) { return replaced(one, name, name + "()"); });
  }
  return nullptr;
}

// ---- where expressions stand ----

/// A value of YAML on one line.
struct Scalar {
  std::size_t begin = 0, length = 0;
  char quote = 0;
  std::string text;  ///< without its quotes
  bool is_condition = false;
};

Scalar scalar_on(std::string_view line) {
  Scalar scalar;
  auto at = line.find_first_not_of(' ');
  while (at != npos && line.substr(at).starts_with("- ")) at = line.find_first_not_of(' ', at + 1);
  if (at == npos) return scalar;
  auto colon = at;
  while (colon < line.size() && (is_word_byte(line[colon]) || line[colon] == '-')) ++colon;
  if (colon > at && line.substr(colon).starts_with(": ")) {
    scalar.is_condition = line.substr(at, colon - at) == "if";
    at = line.find_first_not_of(' ', colon + 1);
    if (at == npos) return scalar;
  }
  auto value = trim(line.substr(at));
  if (value.empty()) return scalar;
  scalar.begin = at;
  if (value[0] == '"' || value[0] == '\'') {
    const auto close = value.rfind(value[0]);
    if (close > 0 && (close + 1 == value.size() || trim(value.substr(close + 1)).starts_with('#'))) {
      scalar.quote = value[0];
      value = value.substr(0, close + 1);
      const bool is_double = scalar.quote == '"';
      scalar.text =
          replace_all(std::string(value.substr(1, close - 1)), is_double ? "\\\"" : "''", is_double ? "\"" : "'");
    }
  } else if (const auto comment = value.find(" #"); comment != npos) {
    value = trim(value.substr(0, comment));
  }
  scalar.length = value.size();
  if (scalar.quote == 0) scalar.text = value;
  return scalar;
}

// The scalar as it stands in the file; quotes that its text has none of are the plainest.
std::string written(const Scalar& scalar, const std::string& text) {
  if (scalar.quote == 0) return text;
  const bool has_single = contains(text, "'"), has_double = contains(text, "\""), has_backslash = contains(text, "\\");
  if (scalar.quote == '"') return "\"" + replace_all(text, "\"", "\\\"") + "\"";
  if (has_single && !has_double && !has_backslash) return "\"" + text + "\"";
  return "'" + replace_all(text, "'", "''") + "'";
}

// Every `${{ … }}` of a text written anew; the whole text where it is an expression itself.
std::string with_expressions(const std::string& text, bool is_expression, const Rewrite& rewrite) {
  std::string out;
  std::string_view rest = text;
  if (is_expression && !contains(text, "${{")) return rewrite(text);
  for (auto open = rest.find("${{"); open != npos; open = rest.find("${{")) {
    const auto close = rest.find("}}", open);
    if (close == npos) break;
    out += std::string(rest.substr(0, open + 3)) + rewrite(rest.substr(open + 3, close - open - 3)) + "}}";
    rest.remove_prefix(close + 2);
  }
  return out + std::string(rest);
}

std::vector<Edit> rewrite_line(const Lines& lines, std::size_t number, const Rewrite& rewrite) {
  const auto scalar = scalar_on(lines.line(number));
  auto now = with_expressions(scalar.text, scalar.is_condition, rewrite);
  if (now == scalar.text) return {};
  if (scalar.quote == 0 && now.starts_with('!')) now = "${{ " + now + " }}";  // else YAML takes it for a tag
  return {{lines.begin(number) + scalar.begin, scalar.length, written(scalar, now)}};
}

// The line itself, and where a condition is written below its key, as `if: >-`, all of its lines.
std::vector<Edit> rewrite_at(std::string_view text, const Lines& lines, std::size_t number, const Rewrite& rewrite) {
  const auto depth = [&](std::size_t at) { return indentation(lines.line(at)).size(); };
  auto head = number;
  while (head > 1 && head > number - std::min<std::size_t>(number, 20) &&
         !(key_on(lines.line(head), "if") && (head == number || depth(head) < depth(number))))
    --head;
  const auto value = scalar_on(lines.line(head)).text;
  const bool is_block = key_on(lines.line(head), "if") && (value.starts_with('|') || value.starts_with('>'));
  const auto column = key_on(lines.line(head), "if").value_or(0);
  auto last = head;
  while (is_block && lines.has(last + 1) && !trim(lines.line(last + 1)).empty() && depth(last + 1) > column) ++last;
  if (last == head || number > last) return rewrite_line(lines, number, rewrite);
  const auto begin = lines.begin(head + 1), length = lines.end(last) - begin;
  return {{begin, length, with_expressions(std::string(text.substr(begin, length)), true, rewrite)}};
}

// actionlint's `ci.yml:14:27: …`, GitHub's `ci.yml (Line: 14, Col: 27): …`
std::optional<TreePlace> place_said(const Patient& patient, const Occurrence& occurrence) {
  const std::string_view said = occurrence.at.text;
  const auto mark = said.find(" (Line: ");
  const auto number = mark == npos ? std::nullopt : line_number(between(said.substr(mark), "(Line: ", ","));
  if (number) {
    const auto blank = said.substr(0, mark).rfind(' ');
    const auto file = find_file(patient.tree, said.substr(0, mark).substr(blank == npos ? 0 : blank + 1));
    if (file) return TreePlace{*file, static_cast<std::size_t>(*number), 0};
    return std::nullopt;
  }
  const auto places = places_of(patient.tree, occurrence);
  return places.empty() || places.front().line == 0 ? std::nullopt : std::optional(places.front());
}

}  // namespace

std::vector<Patch> fix_workflow_expression(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto rewrite = rewrite_for(occurrence.at.text);
    const auto place = rewrite ? place_said(patient, occurrence) : std::nullopt;
    const auto text = place && is_workflow(place->file) ? draft.read(place->file) : std::nullopt;
    if (!text || !Lines(*text).has(place->line)) continue;
    draft.edit(place->file, rewrite_at(*text, Lines(*text), place->line, rewrite));
  }
  return draft.patches();
}

}  // namespace regreen
