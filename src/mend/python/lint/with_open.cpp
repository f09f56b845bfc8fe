// python.use-with: a file that is opened and never closed for sure is opened by `with` (ResourceWarning, ruff SIM115,
// pylint R1732).

#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/language/names.h"
#include "mend/python/language/project.h"
#include "mend/python/language/source.h"
#include "mend/trace.h"

#include <algorithm>
#include <set>

namespace regreen {
namespace {

constexpr std::size_t files_max = 200;
constexpr std::size_t tries_max = 200;  // openings of a file that are looked at

/// A call of `open` in a simple statement.
struct Opening {
  std::size_t index = 0;           ///< of the statement
  std::size_t begin = 0, end = 0;  ///< tokens of the call: from `open` or what stands before its dot, to behind `)`
  std::string name;                ///< where the statement is `name = open(…)`
};

bool is_simple(const PythonSource& source, const PyStatement& one) {
  for (const std::string_view word : {"with", "if", "for", "while", "def", "class", "try", "elif", "else", "except",
                                      "async", "finally", "@", "import", "from", "lambda", "match", "case"}) {
    if (source.is(one.first, word)) return false;
  }
  for (auto i = one.first; i < one.last; ++i) {
    // Not in a comprehension or lambda, where each round opens another file; not where it may stay closed; not in two statements on
    // one line.
    for (const std::string_view word :
         {"for", "lambda", "yield", ";", "await", "enter_context", "closing", "Popen", "if", "else", "and", "or"}) {
      if (source.is(i, word)) return false;
    }
  }
  return true;
}

std::optional<Opening> opening_in(const PythonSource& source, std::size_t index) {
  const auto& one = source.statements()[index];
  if (!is_simple(source, one)) return std::nullopt;
  std::optional<Opening> found;
  for (auto i = one.first; i + 1 < one.last; ++i) {
    if (!source.is(i, "open") || !source.is(i + 1, "(")) continue;
    const auto close = source.closing(i + 1);
    const bool dotted = i > one.first && source.is(i - 1, ".");
    const bool io = dotted && i >= one.first + 2 && source.is(i - 2, "io");
    if (!close || found || (dotted && !io)) return std::nullopt;
    found = Opening{index, io ? i - 2 : i, *close + 1, ""};
  }
  if (!found) return std::nullopt;
  const bool bound = found->end == one.last && found->begin == one.first + 2 && source.is(one.first + 1, "=");
  if (bound && !source.is_name(one.first)) return std::nullopt;
  if (bound) found->name = source.text(one.first);
  // `self.file = open(p)`, `return open(p)`: whoever gets it closes it.
  const bool given_away = found->end == one.last && !bound;
  return given_away ? std::nullopt : found;
}

// Whether what is made of the file in tokens [first, last) of a statement no longer needs it: a method that reads or
// writes at once, or a call around it that takes all there is. `csv.reader(f)` reads later, from a closed file.
bool is_done_at_once(const PythonSource& source, const PyStatement& one, std::size_t first, std::size_t last) {
  static const std::set<std::string_view> methods = {"read", "readline", "readlines", "write", "writelines",
                                                     "seek", "truncate", "flush",     "tell"};
  static const std::set<std::string_view> calls = {"load",   "safe_load", "full_load", "dump", "safe_dump", "list",
                                                   "sorted", "tuple",     "set",       "sum",  "len",       "min",
                                                   "max",    "any",       "all",       "join", "print"};
  const auto& tokens = source.tokens();
  if (last + 1 < one.last && source.is(last, ".")) return methods.contains(source.text(tokens[last + 1]));
  for (auto i = one.first; i + 1 < first; ++i) {
    if (!source.is(i + 1, "(") || !calls.contains(source.text(tokens[i]))) continue;
    if (const auto close = source.closing(i + 1); close && *close >= last) return true;
  }
  return false;
}

std::string indent_of(const PythonSource& source, const PyStatement& one) {
  return std::string(source.text().substr(one.begin, source.tokens()[one.first].offset - one.begin));
}

// Four blanks more for each line from the first statement to the last; nothing where a string goes over lines.
std::optional<std::vector<Edit>> indented(const PythonSource& source, const PyStatement& first,
                                          const PyStatement& last) {
  const Lines lines(source.text());
  for (auto i = first.first; i < last.last; ++i) {
    const auto& token = source.tokens()[i];
    if (token.kind == PyKind::string && contains(source.text(token), "\n")) return std::nullopt;
  }
  std::vector<Edit> edits;
  for (auto number = first.line; number <= last.last_line; ++number) {
    if (!trim(lines.line(number)).empty()) edits.push_back({lines.begin(number), 0, "    "});
  }
  return edits;
}

// `return json.load(open(p))` → `with open(p) as file:` and `return json.load(file)`
std::vector<Edit> lifted(const PythonSource& source, const Opening& opening) {
  const auto& one = source.statements()[opening.index];
  if (!is_done_at_once(source, one, opening.begin, opening.end)) return {};
  const auto begin = source.tokens()[opening.begin].offset, end = end_of(source.tokens()[opening.end - 1]);
  const std::string call(source.text().substr(begin, end - begin));
  const bool taken = !uses_of(source, "file").empty() && !contains(source.text(), " as file:");
  const std::string name = taken ? "opened" : "file";
  auto edits = indented(source, one, one);
  const bool ours = uses_of(source, name).empty() || contains(source.text(), " as " + name + ":");
  if (!edits || !ours || contains(call, "\n")) return {};
  edits->front().text =
      indent_of(source, one) + "with " + call + " as " + name + ":" + std::string(line_end(source.text())) + "    ";
  edits->push_back({begin, end - begin, name});
  return *edits;
}

// `f = open(p)` and what follows up to the last use of f → `with open(p) as f:` around it, without `f.close()`
std::vector<Edit> wrapped(const PythonSource& source, const Opening& opening) {
  const auto& all = source.statements();
  const auto& one = all[opening.index];
  std::size_t last = opening.index, closes = opening.index;
  for (auto i = opening.index + 1; i < all.size() && all[i].indent >= one.indent; ++i) {
    const auto& next = all[i];
    const bool close = source.is(next.first, opening.name) && source.is(next.first + 1, ".") &&
                       source.is(next.first + 2, "close") && next.last == next.first + 5;
    if (close && next.indent != one.indent) return {};
    if (close) closes = i;
    for (auto t = next.first; t < next.last && !close; ++t) {
      if (!source.is(t, opening.name) || (t > 0 && source.is(t - 1, "."))) continue;
      // It lives on: in a caller, an attribute, a function, a second name.
      const bool alone =
          !source.is(t + 1, ".") && !source.is(t + 1, ")") && !source.is(t + 1, ":") && !source.is(t + 1, ",");
      const bool bound = source.is(t + 1, "=") || source.is(next.first, "def") || source.is(next.first, "class") ||
                         source.is(next.first, "with") || source.is(next.first, "yield");
      const bool block = source.is(next.first, "for") || source.is(next.first, "if") || source.is(next.first, "while");
      const bool done = block || is_done_at_once(source, next, t, t + 1);
      if (alone || bound || !done || closes != opening.index) return {};
      last = i;
    }
  }
  if (last == opening.index) return {};
  while (last + 1 < all.size() && last + 1 != closes && all[last + 1].indent > one.indent) ++last;
  auto edits = indented(source, all[opening.index + 1], all[last]);
  if (!edits) return {};
  const auto begin = source.tokens()[one.first].offset, from = source.tokens()[opening.begin].offset;
  edits->push_back({begin, from - begin, "with "});
  edits->push_back({end_of(source.tokens()[opening.end - 1]), 0, " as " + opening.name + ":"});
  if (closes != opening.index) edits->push_back({all[closes].begin, all[closes].end - all[closes].begin, ""});
  return *edits;
}

// All openings of a text, one after the other; only those on the lines where some are named.
std::string with_blocks(std::string text, const std::set<std::size_t>& lines) {
  std::size_t tries = 0;
  auto back = PythonSource(text).statements().size();
  while (back > 0) {  // from the end, so that lines above keep their number
    const PythonSource source(text);
    back = std::min(back, source.statements().size());
    std::vector<Edit> edits;
    while (back > 0 && edits.empty()) {
      const auto& one = source.statements()[--back];
      const bool asked =
          lines.empty() || std::ranges::any_of(lines, [&](auto n) { return one.line <= n && n <= one.last_line; });
      const auto opening = asked ? opening_in(source, back) : std::nullopt;
      if (!opening) continue;
      if (++tries > tries_max) return text;
      edits = opening->name.empty() ? lifted(source, *opening) : wrapped(source, *opening);
    }
    if (auto after = apply_edits(text, std::move(edits))) text = *after;
  }
  return text;
}

}  // namespace

std::vector<Patch> open_by_with(const Patient& patient) {
  Draft draft(patient.tree);
  bool warned = false;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const std::string_view said = occurrence.at.text;
    const bool finding = contains(said, "SIM115") || contains(said, "consider-using-with");
    warned |= contains(said, "unclosed file");
    if (!finding && !contains(said, "unclosed file")) continue;
    const auto places = finding ? places_of(patient.tree, occurrence) : places_around(patient.tree, occurrence);
    for (const auto& place : places) {
      const auto text = place.file.ends_with(".py") ? draft.read(place.file) : std::nullopt;
      if (text) draft.write(place.file, with_blocks(*text, finding ? std::set{place.line} : std::set<std::size_t>{}));
    }
  }
  if (!warned || !draft.patch().empty()) return draft.patches();
  // The warning comes when the file is forgotten, which may be far from where it was opened.
  for (const auto& path : python_files(patient.tree, {}, files_max)) {
    const auto text = draft.read(path);
    if (text && contains(*text, "open(")) draft.write(path, with_blocks(*text, {}));
  }
  return draft.patches();
}

}  // namespace regreen
