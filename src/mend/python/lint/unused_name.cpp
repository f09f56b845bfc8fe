// python.remove-unused: local names that nothing reads (F841), and functions that are bound to a name by lambda (E731).

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/language/source.h"

#include <algorithm>
#include <array>
#include <map>

namespace regreen {
namespace {

struct Finding {
  std::size_t line = 0;
  std::string code, name;

  auto operator<=>(const Finding&) const = default;
};

std::string quoted_in(std::string_view text) {
  const auto open = text.find_first_of("'`"),
             close = open == std::string_view::npos ? open : text.find_first_of("'`", open + 1);
  return close == std::string_view::npos ? "" : std::string(text.substr(open + 1, close - open - 1));
}

// `list()`, `dict()`
bool is_made_empty(const PythonSource& source, std::size_t open) {
  static constexpr auto makers = std::to_array<std::string_view>({"dict", "list", "set", "str", "tuple"});
  return is_among(source.text(open - 1), makers) && source.is(open + 1, ")");
}

// Does a value do nothing but be? A call may do anything, an attribute or an item may have a say, or not be there; in a `try` that a
// name is not there may be what is asked.
bool is_pure(const PythonSource& source, std::size_t first, std::size_t last, bool is_tried) {
  for (auto i = first; i < last; ++i) {
    const bool is_behind_value = i > first && (source.is_name(i - 1) || source.is(i - 1, ")") ||
                                               source.is(i - 1, "]") || source.tokens()[i - 1].kind == PyKind::string);
    const auto quote = source.text(i).find_first_of("'\"");
    const bool has_fields = source.tokens()[i].kind == PyKind::string && contains(source.text(i), "{") &&
                            source.text(i).substr(0, quote).find_first_of("fF") != std::string_view::npos;
    const bool asks = is_behind_value && (source.is(i, "(") || source.is(i, "["));
    if ((asks && !is_made_empty(source, i)) || has_fields || source.is(i, ".") || source.is(i, "for") ||
        source.is(i, "await") || source.is(i, "yield") || source.is(i, ":=") || (is_tried && source.is_name(i)))
      return false;
  }
  return true;
}

// Does a statement stand in the block of a `try`?
bool is_tried(const PythonSource& source, const PyStatement& one) {
  auto level = one.indent;
  for (const auto* above = &one; above-- != source.statements().data();) {
    if (above->indent >= level) continue;
    level = above->indent;
    if (source.is(above->first, "try")) return true;
    if (source.is(above->first, "def") || source.is(above->first, "class")) return false;
  }
  return false;
}

// Several in one line: `x = 1; y = 2`
bool is_of_several(const PythonSource& source, const PyStatement& one) {
  for (auto i = one.first; i < one.last; ++i) {
    if (source.is(i, ";")) return true;
  }
  return false;
}

// The only statement of its block?
bool is_alone(const PythonSource& source, const PyStatement& one) {
  const auto& all = source.statements();
  const auto index = static_cast<std::size_t>(&one - all.data());
  const bool first = index == 0 || all[index - 1].indent < one.indent;
  return first && (index + 1 == all.size() || all[index + 1].indent < one.indent);
}

// `except E as error:` → `except E:`; `x = 1` goes; `x = f()` → `f()`
std::vector<Edit> without_name(const PythonSource& source, const PyStatement& one, const std::string& name) {
  const auto& tokens = source.tokens();
  for (auto i = one.first; i + 1 < one.last; ++i) {
    if (!source.is(one.first, "except") || !source.is(i, "as") || !source.is(i + 1, name)) continue;
    const auto begin = end_of(tokens[i - 1]);
    return {{begin, end_of(tokens[i + 1]) - begin, ""}};
  }
  if (!source.is(one.first, name) || !source.is(one.first + 1, "=") || one.last < one.first + 3) return {};
  const auto assigns = [&](std::size_t i) { return source.is(i, "=") && tokens[i].depth == tokens[one.first].depth; };
  bool is_chain = false;
  for (auto i = one.first + 2; i < one.last; ++i) is_chain |= assigns(i);
  if (is_chain || !is_pure(source, one.first + 2, one.last, is_tried(source, one)))
    return {{tokens[one.first].offset, tokens[one.first + 2].offset - tokens[one.first].offset, ""}};
  if (is_alone(source, one)) return {};
  return {{one.begin, one.end - one.begin, ""}};
}

// `name = lambda x: y` → `def name(x):` and `return y`
std::vector<Edit> as_function(const PythonSource& source, const PyStatement& one) {
  const auto& tokens = source.tokens();
  const auto first = one.first;
  if (one.last < first + 5 || !source.is_name(first) || !source.is(first + 1, "=") || !source.is(first + 2, "lambda"))
    return {};
  auto colon = first + 3;
  while (colon < one.last && !(source.is(colon, ":") && tokens[colon].depth == tokens[first].depth)) ++colon;
  if (colon + 1 >= one.last || one.line != one.last_line) return {};
  const auto parameters =
      colon == first + 3
          ? ""
          : source.text().substr(tokens[first + 3].offset, end_of(tokens[colon - 1]) - tokens[first + 3].offset);
  const auto begin = tokens[first].offset, end = end_of(tokens[one.last - 1]);
  const auto indent = std::string(source.text().substr(one.begin, begin - one.begin));
  const auto value = source.text().substr(tokens[colon + 1].offset, end - tokens[colon + 1].offset);
  auto text = "def " + std::string(source.text(tokens[first])) + "(" + std::string(parameters) + "):\n" + indent +
              "    return " + std::string(value);
  const auto rest = source.text().substr(one.end);
  if (!rest.empty() && rest[0] != '\n') text += indent.empty() ? "\n\n" : "\n";
  std::vector<Edit> edits = {{begin, end - begin, std::move(text)}};
  const auto& all = source.statements();
  const auto index = static_cast<std::size_t>(&one - all.data());
  const bool beside = index > 0 && all[index - 1].indent == one.indent && all[index - 1].end == one.begin;
  if (beside) edits.push_back({one.begin, 0, indent.empty() ? "\n\n" : "\n"});
  return edits;
}

}  // namespace

std::vector<Patch> remove_unused_python(const Patient& patient) {
  std::map<std::string, std::vector<Finding>> by_file;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = places_of(patient.tree, occurrence);
    std::string code(capture(occurrence, "code"));
    if (code == "W0612") code = "F841";
    if (code == "C3001") code = "E731";
    if (places.empty() || (code != "F841" && code != "E731")) continue;
    by_file[places[0].file].push_back({places[0].line, code, quoted_in(occurrence.at.text)});
  }
  Draft draft(patient.tree);
  for (auto& [file, findings] : by_file) {
    std::ranges::sort(findings, std::greater{});
    for (const auto& finding : findings) {
      const auto text = draft.read(file);
      if (!text) break;
      const PythonSource source(*text);
      const auto* one = source.statement_at(finding.line);
      if (one == nullptr || is_of_several(source, *one)) continue;
      draft.edit(file, finding.code == "E731" ? as_function(source, *one) : without_name(source, *one, finding.name));
    }
  }
  return draft.patches();
}

}  // namespace regreen
