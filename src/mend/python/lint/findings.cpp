// python.fix-finding: what linters find and say how to write instead: `raise … from error` (B904, pylint W0707), a `pass`
// beside other statements (W0107, PIE790), "{}".format(x) (C0209, UP032), `for l in lines` (E741), two definitions of one name (F811, E0102).

#include "base/text.h"
#include "mend/draft.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/language/expression.h"
#include "mend/python/language/names.h"
#include "mend/python/language/source.h"
#include "mend/python/lint/clear_name.h"
#include "mend/python/lint/doubled_name.h"
#include "mend/trace.h"

#include <algorithm>
#include <map>
#include <set>

namespace regreen {
namespace {

struct Finding {
  std::size_t line = 0;
  std::string code, said;

  auto operator<=>(const Finding&) const = default;
};

// The `except` whose block the statement stands in, not in a function of its own.
const PyStatement* handler_of(const PythonSource& source, const PyStatement& raise) {
  auto indent = raise.indent;
  const auto& all = source.statements();
  for (auto i = static_cast<std::size_t>(&raise - all.data()); i-- > 0;) {
    if (all[i].indent >= indent) continue;
    indent = all[i].indent;
    if (source.is(all[i].first, "except")) return &all[i];
    if (source.is(all[i].first, "def") || source.is(all[i].first, "class") || source.is(all[i].first, "async"))
      return nullptr;
  }
  return nullptr;
}

// `raise E(…)` → `raise E(…) from error`, with the handler's own name for it
std::vector<Edit> raise_from(const PythonSource& source, const PyStatement& raise) {
  if (!source.is(raise.first, "raise") || raise.last < raise.first + 2) return {};
  for (auto i = raise.first; i < raise.last; ++i) {
    if (source.is(i, "from") || source.is(i, ";")) return {};
  }
  const auto* handler = handler_of(source, raise);
  if (handler == nullptr || handler->last < handler->first + 3 || !source.is(handler->last - 1, ":")) return {};
  std::string name;
  for (auto i = handler->first; i + 1 < handler->last; ++i) {
    if (source.is(i, "as")) name = source.text(i + 1);
  }
  const auto end = end_of(source.tokens()[raise.last - 1]);
  if (!name.empty()) return {{end, 0, " from " + name}};
  name = uses_of(source, "err").empty() ? "err" : "exc";
  if (!uses_of(source, name).empty() && !contains(source.text(), " as " + name + ":")) return {};
  return {{source.tokens()[handler->last - 1].offset, 0, " as " + name}, {end, 0, " from " + name}};
}

// A `pass` in a block that has another statement or a docstring.
std::vector<Edit> without_pass(const PythonSource& source, const PyStatement& one) {
  if (!source.is(one.first, "pass") || one.last != one.first + 1) return {};
  const auto& all = source.statements();
  const auto index = static_cast<std::size_t>(&one - all.data());
  const bool before = index > 0 && all[index - 1].indent >= one.indent;
  const bool after = index + 1 < all.size() && all[index + 1].indent == one.indent;
  if (!before && !after) return {};
  return {{one.begin, one.end - one.begin, ""}};
}

// The values of a call's brackets; nothing where one of them is not plain: a name, an attribute, a call without text.
std::optional<std::vector<std::string>> plain_values(const PythonSource& source, std::size_t open, std::size_t close) {
  for (auto i = open + 1; i < close; ++i) {
    const auto& token = source.tokens()[i];
    const bool odd = token.kind == PyKind::string || token.kind == PyKind::comment || source.is(i, "=") ||
                     source.is(i, "*") || source.is(i, "**") || source.is(i, "lambda") || source.is(i, "{") ||
                     source.is(i, ":");
    if (odd) return std::nullopt;
  }
  std::vector<std::string> values;
  for (const auto& argument : arguments_between(source, open, close)) {
    values.push_back(written(source, argument));
    if (contains(values.back(), "\n")) return std::nullopt;
  }
  return values.empty() ? std::nullopt : std::optional(values);
}

// "{}: {}".format(a, b) → f"{a}: {b}", where every field is a plain one
std::vector<Edit> format_in_place(const PythonSource& source, std::size_t line) {
  for (std::size_t i = 0; i + 3 < source.tokens().size(); ++i) {
    const auto& token = source.tokens()[i];
    const auto text = source.text(token);
    const bool call = token.kind == PyKind::string && token.line == line && source.is(i + 1, ".") &&
                      source.is(i + 2, "format") && source.is(i + 3, "(");
    const bool plain = call && (text[0] == '"' || text[0] == '\'') && !text.starts_with("\"\"\"") &&
                       !text.starts_with("'''") && !contains(text, "{{") && !contains(text, "\\N");
    const auto close = plain ? closing_of_call(source, i + 3) : std::nullopt;
    if (!close || (i > 0 && source.tokens()[i - 1].kind == PyKind::string)) continue;
    const auto values = plain_values(source, i + 3, *close);
    if (!values) return {};
    std::string after = "f";
    std::size_t field = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
      after += text[at];
      if (text[at] != '{') continue;
      const bool open = at + 1 < text.size() && (text[at + 1] == '}' || text[at + 1] == ':');
      if (!open || field == values->size()) return {};
      after += (*values)[field++];
    }
    if (field != values->size()) return {};
    return {{token.offset, end_of(source.tokens()[*close]) - token.offset, std::move(after)}};
  }
  return {};
}

constexpr std::ptrdiff_t doubled_max = 10;  // of a file: more of them nobody has written

std::vector<Edit> mended(const Tree& tree, const PythonSource& source, const std::string& file,
                         const Finding& finding) {
  const auto* one = source.statement_at(finding.line);
  if (one == nullptr) return {};
  const auto is = [&](std::string_view a, std::string_view b) { return finding.code == a || finding.code == b; };
  if (is("B904", "W0707")) return raise_from(source, *one);
  if (is("W0107", "PIE790")) return without_pass(source, *one);
  if (is("C0209", "UP032")) return format_in_place(source, finding.line);
  if (finding.code == "E741") return clear_name(source, *one);
  if (is("F811", "E0102")) return part_doubled_name(tree, source, file, *one);
  return {};
}

}  // namespace

std::vector<Patch> fix_python_finding(const Patient& patient) {
  std::map<std::string, std::set<Finding, std::greater<>>> all;  // from the bottom up: lines above keep their number
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    auto places = places_of(patient.tree, occurrence);
    if (places.empty()) places = places_around(patient.tree, occurrence);  // ruff's full form has it below
    if (places.empty() || !places[0].file.ends_with(".py")) continue;
    all[places[0].file].insert({places[0].line, std::string(capture(occurrence, "code")), occurrence.at.text});
  }
  Draft draft(patient.tree);
  for (const auto& [file, findings] : all) {
    const auto is_doubled = [](const Finding& one) { return one.code == "F811" || one.code == "E0102"; };
    const bool has_too_many = std::ranges::count_if(findings, is_doubled) > doubled_max;
    for (const auto& finding : findings) {
      if (has_too_many && is_doubled(finding)) continue;
      if (const auto text = draft.read(file))
        draft.edit(file, mended(patient.tree, PythonSource(*text), file, finding));
    }
  }
  return draft.patches();
}

}  // namespace regreen
