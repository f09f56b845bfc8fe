// tests.bounded-wait: a fixed sleep before an assertion becomes a loop that waits for what is asserted, with a deadline.
// The assertion itself stays as it is.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/language/import.h"
#include "mend/python/language/names.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr std::string_view seconds = "5";
constexpr std::string_view pause = "0.01";

/// A call of sleep as a statement: `time.sleep(0.5)`, `sleep(1)`, `await asyncio.sleep(0.1)`.
struct Sleep {
  const PyStatement* statement = nullptr;
  std::string call;  // "await asyncio.sleep"
};

std::string slice(const PythonSource& source, std::size_t first, std::size_t last) {
  if (first >= last) return "";
  const auto& end = source.tokens()[last - 1];
  return std::string(
      source.text().substr(source.tokens()[first].offset, end.offset + end.length - source.tokens()[first].offset));
}

std::optional<Sleep> sleep_of(const PythonSource& source, const PyStatement& statement) {
  auto open = statement.first;
  while (open < statement.last && !source.is(open, "(")) ++open;
  const auto close = open < statement.last ? source.closing(open) : std::nullopt;
  if (!close || *close + 1 != statement.last) return std::nullopt;
  const auto call = slice(source, statement.first, open);
  for (const std::string_view known : {"time.sleep", "sleep", "await asyncio.sleep"}) {
    if (call == known) return Sleep{&statement, call};
  }
  return std::nullopt;
}

/// The asserted condition, negated: what the loop waits to end.
using Negation = std::optional<std::string>;

std::size_t find_at(const PythonSource& source, std::size_t first, std::size_t last, std::size_t depth,
                    std::string_view word) {
  for (auto i = first; i < last; ++i) {
    if (source.tokens()[i].depth == depth && source.is(i, word)) return i;
  }
  return last;
}

// Words that make more than one value of a condition.
bool is_compound(const PythonSource& source, std::size_t first, std::size_t last) {
  const auto depth = source.tokens()[first].depth;
  for (auto i = first; i < last; ++i) {
    const auto& token = source.tokens()[i];
    if (token.depth != depth || token.kind == PyKind::string) continue;
    const auto text = source.text(token);
    const bool joins =
        text == "and" || text == "or" || text == "in" || text == "is" || text == "if" || text == "lambda";
    if (joins || (token.kind == PyKind::op && !contains(".()[]{},", text))) return true;
  }
  return false;
}

std::string negated(const PythonSource& source, std::size_t first, std::size_t last) {
  const auto depth = source.tokens()[first].depth;
  if (source.is(first, "not") && !is_compound(source, first + 1, last)) return slice(source, first + 1, last);
  const auto equals = find_at(source, first, last, depth, "==");
  const bool only =
      equals < last && equals > first && !is_compound(source, first, equals) && !is_compound(source, equals + 1, last);
  if (only) return slice(source, first, equals) + " != " + slice(source, equals + 1, last);
  const auto text = slice(source, first, last);
  return is_compound(source, first, last) ? "not (" + text + ")" : "not " + text;
}

// What unittest's methods wait for, by their arguments.
Negation negated_call(const PythonSource& source, const PyStatement& statement) {
  const auto method = statement.first + 2;
  if (!source.is(statement.first, "self") || !source.is(method + 1, "(")) return std::nullopt;
  const auto close = source.closing(method + 1);
  if (!close || *close + 1 != statement.last || *close <= method + 2) return std::nullopt;
  const auto first = method + 2;
  const auto depth = source.tokens()[method + 1].depth;
  const auto comma = find_at(source, first, *close, depth, ",");
  const auto name = source.text(method);
  if (name == "assertTrue") return negated(source, first, comma);
  if (name == "assertFalse") return slice(source, first, comma);
  if (name == "assertIsNone") return slice(source, first, comma) + " is not None";
  if (name == "assertIsNotNone") return slice(source, first, comma) + " is None";
  if (comma >= *close) return std::nullopt;
  const auto end = find_at(source, comma + 1, *close, depth, ",");
  const auto left = slice(source, first, comma), right = slice(source, comma + 1, end);
  if (name == "assertEqual") return left + " != " + right;
  if (name == "assertIn") return left + " not in " + right;
  if (name == "assertNotIn") return left + " in " + right;
  return std::nullopt;
}

// Looking again must not change what is looked at.
bool takes_something_away(std::string_view condition) {
  for (const std::string_view part : {".pop(", "next(", ".recv(", ".read(", ".readline(", ".get()", ".get_nowait(",
                                      "await ", ".popleft(", ":=", ".acquire(", ".join("}) {
    if (contains(condition, part)) return true;
  }
  return false;
}

// Calls that may be made again and again: they look, and do nothing.
constexpr auto looking = std::to_array<std::string_view>(
    {"len",       "list",       "sorted",   "set",        "dict",   "tuple", "str",   "int",   "float",
     "bool",      "any",        "all",      "isinstance", "exists", "empty", "qsize", "size",  "get",
     "read_text", "read_bytes", "keys",     "values",     "items",  "count", "done",  "strip", "split",
     "getvalue",  "startswith", "endswith", "splitlines", "lower",  "upper", "sum",   "min",   "max"});

bool only_looks(std::string_view condition) {
  const PythonSource source(condition);
  for (std::size_t i = 0; i + 1 < source.tokens().size(); ++i) {
    if (!source.is(i + 1, "(") || (!source.is_name(i) && !source.is(i, ")") && !source.is(i, "]"))) continue;
    const auto name = source.text(i);
    if (!is_among(name, looking) && !name.starts_with("is_")) return false;
  }
  return true;
}

// May the condition that is waited for end again: what is counted grows, what is absent comes? The sleep watched that, too.
bool may_end_again(std::string_view condition) {
  const PythonSource source(condition);
  bool waits_to_come = source.is(0, "not");
  for (std::size_t i = 0; i < source.tokens().size(); ++i) {
    const auto text = source.text(i);
    const bool is_not = i > 0 && source.is(i - 1, "not"), not_next = source.is(i + 1, "not");
    const bool display = text == "[" || text == "{" || (text == "(" && i > 0 && !source.is_name(i - 1) && !is_not);
    if (source.tokens()[i].kind == PyKind::number || display || text == "<" || text == ">") return true;
    if (text == "in" && is_not && i > 1) {
      if (source.is(0, "not")) return true;
      waits_to_come = true;
    }
    if (text == "is" && (not_next || source.is(0, "not"))) return true;
    waits_to_come |= text == "is" || text == "!=";
    const bool is_word =
        source.is(i + 1, "True") || (i + 1 < source.tokens().size() && source.tokens()[i + 1].kind == PyKind::string);
    if (text == "!=" && (source.is(0, "not") || !is_word || source.text(i + 1).size() == 2)) return true;
  }
  return !waits_to_come;
}

bool is_assertion(const PythonSource& source, const PyStatement& statement) {
  if (source.is(statement.first, "assert")) return true;
  return source.is(statement.first, "self") && source.is(statement.first + 1, ".") &&
         source.text(std::min(statement.first + 2, statement.last - 1)).starts_with("assert");
}

Negation negation_of(const PythonSource& source, const PyStatement& statement) {
  Negation result;
  if (source.is(statement.first, "assert")) {
    const auto first = statement.first + 1;
    if (first >= statement.last) return std::nullopt;
    const auto opens = source.is(first, "(") || source.is(first, "[") || source.is(first, "{");
    result = negated(source, first,
                     find_at(source, first, statement.last,
                             opens ? source.tokens()[first].depth - 1 : source.tokens()[first].depth, ","));
  } else {
    result = negated_call(source, statement);
  }
  if (!result || contains(*result, "\n") || takes_something_away(*result) || !only_looks(*result)) return std::nullopt;
  return result;
}

// The sleep right above the assertion; other assertions may stand between.
std::optional<Sleep> sleep_above(const PythonSource& source, const PyStatement& assertion) {
  const auto& all = source.statements();
  auto at = static_cast<std::size_t>(&assertion - all.data());
  while (at-- > 0) {
    if (all[at].indent != assertion.indent) return std::nullopt;
    if (auto sleep = sleep_of(source, all[at])) return sleep;
    if (!is_assertion(source, all[at])) return std::nullopt;
  }
  return std::nullopt;
}

std::string free_name(const PythonSource& source) {
  for (const std::string_view name : {"deadline", "wait_until", "give_up_at"}) {
    if (uses_of(source, name).empty()) return std::string(name);
  }
  return "waiting_deadline";
}

void wait_at(const TreePlace& place, Draft& draft) {
  const auto text = draft.read(place.file);
  if (!text || !place.file.ends_with(".py")) return;
  const PythonSource source(*text);
  const auto* assertion = source.statement_at(place.line);
  if (assertion == nullptr || !is_assertion(source, *assertion)) return;
  const auto sleep = sleep_above(source, *assertion);
  const auto negation = negation_of(source, *assertion);
  if (!sleep || !negation) return;
  const std::string indent(indentation(source.text().substr(sleep->statement->begin)));
  const auto step = contains(indent, "\t") ? std::string("\t") : std::string("    ");
  const std::string end(line_end(*text)), name = free_name(source);
  const auto loop = name + " = time.monotonic() + " + std::string(seconds) + end + indent + "while " + *negation +
                    " and time.monotonic() < " + name + ":" + end + indent + step + sleep->call + "(" +
                    std::string(pause) + ")";
  const auto begin = source.tokens()[sleep->statement->first].offset;
  const auto& last = source.tokens()[sleep->statement->last - 1];
  const bool stays = may_end_again(*negation);
  std::vector<Edit> edits = {
      {begin, stays ? 0 : last.offset + last.length - begin, loop + (stays ? end + indent : "")}};
  const auto import = add_import(source, "import time", [](auto) { return ImportGroup::standard; });
  if (import) edits.push_back(*import);
  draft.edit(place.file, std::move(edits));
}

}  // namespace

std::vector<Patch> wait_within_bounds(const Patient& patient) {
  Draft draft(patient.tree);
  auto places = places_of(patient.tree, patient.diagnosis);
  std::ranges::sort(places, std::greater{});  // from the bottom up, so that lines above keep their numbers
  for (const auto& place : places) wait_at(place, draft);
  return draft.patches();
}

}  // namespace regreen
