#include "mend/python/language/expression.h"

#include "base/among.h"
#include "mend/lines.h"

#include <array>

namespace regreen {
namespace {

constexpr std::size_t nesting_max = 20;  // of targets: nobody nests them deeper
constexpr std::size_t call_tokens_max = 2000;

bool is_assigned_behind(const PythonSource& source, const PyStatement& one, std::size_t at) {
  for (auto i = at + 1; i < one.last; ++i) {
    if (source.is(i, "=") && source.tokens()[i].depth == 0) return true;
  }
  return false;
}

// The blanks at the front of the line that a token stands on.
std::string indent_of_line(const PythonSource& source, std::size_t token) {
  const auto front = source.text().substr(0, source.tokens()[token].offset);
  return std::string(indentation(source.text().substr(front.rfind('\n') + 1)));
}

std::size_t def_of(const PythonSource& source, const PyStatement& one) {
  return source.is(one.first, "async") ? one.first + 1 : one.first;
}

PyFunction function_at(const PythonSource& source, std::size_t head) {
  const auto& all = source.statements();
  auto end = head + 1;
  while (end < all.size() && all[end].indent > all[head].indent) ++end;
  return {def_of(source, all[head]), head, end};
}

// `for x in`, `with f() as x`, `x += 1`, `x: int = 1`, `(a, x) = f()`, `global x`, `del x`, `x := 1`,
// `def x():`.
bool binds_otherwise(const PythonSource& source, const PyStatement& one, std::size_t at) {
  for (const std::string_view word : {"import", "from", "global", "nonlocal", "del"}) {
    if (source.is(one.first, word)) return true;
  }
  if (source.is(def_of(source, one), "for")) {
    for (auto i = one.first; i < at; ++i) {
      if (source.is(i, "in")) return false;
    }
    return true;
  }
  if (at > one.first && (source.is(at - 1, "as") || source.is(at - 1, "def") || source.is(at - 1, "class")))
    return true;
  if (source.is(at + 1, ":=") || is_one_of_targets(source, one, at)) return true;
  if (source.tokens()[at].depth > 0) return false;  // an argument `x=1`, or a use
  return at + 1 < one.last && (is_setting(source.text(at + 1)) || (source.is(at + 1, ":") && at == one.first));
}

}  // namespace

std::optional<std::size_t> opening(const PythonSource& source, std::size_t token) {
  const auto& tokens = source.tokens();
  const auto depth = token < tokens.size() ? tokens[token].depth : 0;
  if (depth == 0) return std::nullopt;
  for (auto i = token + 1; i-- > 0;) {
    if (tokens[i].kind == PyKind::line_end) return std::nullopt;
    if (tokens[i].depth == depth && (source.is(i, "(") || source.is(i, "[") || source.is(i, "{"))) return i;
  }
  return std::nullopt;
}

std::optional<std::size_t> closing_of_call(const PythonSource& source, std::size_t open) {
  const auto close = source.closing(open);
  return close && *close - open <= call_tokens_max ? close : std::nullopt;
}

std::vector<PyValue> arguments_between(const PythonSource& source, std::size_t open, std::size_t close) {
  std::vector<PyValue> arguments;
  const auto depth = source.tokens()[open].depth;
  auto first = open + 1;
  bool is_in_lambda = false;  // whose commas part its parameters
  for (auto i = first; i <= close; ++i) {
    const bool is_outside = source.tokens()[i].depth == depth;
    if (is_outside && (source.is(i, "lambda") || source.is(i, ":"))) is_in_lambda = source.is(i, "lambda");
    if (i != close && !(is_outside && !is_in_lambda && source.is(i, ","))) continue;
    while (first < i && source.tokens()[first].kind == PyKind::comment) ++first;
    if (first < i) arguments.push_back({first, code_before(source, i) + 1});
    first = i + 1;
  }
  return arguments;
}

std::string written(const PythonSource& source, const PyValue& value) {
  if (value.first >= value.last) return "";
  const auto begin = source.tokens()[value.first].offset;
  return std::string(source.text().substr(begin, end_of(source.tokens()[value.last - 1]) - begin));
}

std::size_t code_before(const PythonSource& source, std::size_t token) {
  while (token > 0 && source.tokens()[--token].kind == PyKind::comment) {
  }
  return token;
}

Edit with_argument(const PythonSource& source, std::size_t open, std::size_t close, const std::string& text) {
  const auto last = code_before(source, close);
  const bool has_comma = source.is(last, ",");
  const bool is_below = has_comma && source.tokens()[last].line < source.tokens()[close].line;
  if (is_below) return {end_of(source.tokens()[close - 1]), 0, "\n" + indent_of_line(source, last) + text + ","};
  const std::string sign = last == open ? "" : has_comma ? " " : ", ";
  return {end_of(source.tokens()[last]), 0, sign + text};
}

bool is_setting(std::string_view op) {
  static constexpr auto others = std::to_array<std::string_view>({"==", "!=", "<=", ">=", ":="});
  return op.ends_with('=') && !is_among(op, others);
}

bool is_one_of_targets(const PythonSource& source, const PyStatement& one, std::size_t token) {
  const auto next = token + 1 < one.last ? source.text(token + 1) : std::string_view();
  if (next != "," && next != ")" && next != "]") return false;
  std::size_t levels = 0;
  for (auto open = opening(source, token); open && *open > one.first; open = opening(source, *open - 1)) {
    const auto before = *open - 1;
    if (source.is(before, "as") || ++levels > nesting_max) return true;
    // in the brackets of a call or subscript it is used
    if (source.is_name(before) || source.is(before, ")") || source.is(before, "]")) return false;
  }
  return is_assigned_behind(source, one, token);
}

std::size_t value_before(const PythonSource& source, std::size_t dot) {
  auto at = dot;
  while (at > 0) {
    if (source.is(at - 1, ")") || source.is(at - 1, "]")) {
      const auto open = opening(source, at - 1);
      if (!open) return dot;
      at = *open;
      const bool called = at > 0 && (source.is_name(at - 1) || source.is(at - 1, ")") || source.is(at - 1, "]"));
      if (!called) return at;
      continue;
    }
    const auto kind = source.tokens()[at - 1].kind;
    if (kind != PyKind::name && kind != PyKind::string) return at;
    --at;
    if (at == 0 || !source.is(at - 1, ".")) return at;
    --at;
  }
  return at;
}

bool is_def(const PythonSource& source, const PyStatement& one) { return source.is(def_of(source, one), "def"); }

std::vector<PyFunction> functions_of(const PythonSource& source) {
  std::vector<PyFunction> functions;
  const auto& all = source.statements();
  for (std::size_t s = 0; s < all.size(); ++s) {
    const auto def = def_of(source, all[s]);
    if (source.is(def, "def") && source.is_name(def + 1) && source.is(def + 2, "("))
      functions.push_back(function_at(source, s));
  }
  return functions;
}

std::optional<PyFunction> function_around(const PythonSource& source, std::size_t statement) {
  const auto& all = source.statements();
  auto indent = all[statement].indent;
  for (auto s = statement; s-- > 0 && indent > 0;) {
    if (all[s].indent >= indent) continue;
    indent = all[s].indent;
    if (is_def(source, all[s])) return function_at(source, s);
  }
  return std::nullopt;
}

bool takes_parameter(const PythonSource& source, const PyFunction& function, std::string_view name) {
  if (!source.is(function.def + 2, "(")) return true;  // def f[T](…): not looked into
  const auto close = source.closing(function.def + 2);
  for (auto i = function.def + 3; close && i < *close; ++i) {
    const bool begins =
        source.is(i - 1, "(") || source.is(i - 1, ",") || source.is(i - 1, "*") || source.is(i - 1, "**");
    if (begins && source.is(i, name) && source.tokens()[i].depth == 1) return true;
  }
  return false;
}

bool is_local(const PythonSource& source, std::size_t token, std::string_view name) {
  const auto& all = source.statements();
  const auto binds = [&](const PyStatement& one) {
    if (source.is(one.first, "import") || source.is(one.first, "from")) return false;
    for (auto i = one.first; i < one.last; ++i) {
      if (!source.is(i, name) || source.tokens()[i].depth > 0 || (i > 0 && source.is(i - 1, "."))) continue;
      if (source.is(i + 1, "=") || source.is(i + 1, ",") || source.is(i + 1, ":")) return true;
      if (i > one.first && (source.is(i - 1, "as") || source.is(i - 1, "for") || source.is(i - 1, ","))) return true;
    }
    return false;
  };
  return std::ranges::any_of(functions_of(source), [&](const auto& function) {
    const auto behind = function.end < all.size() ? all[function.end].first : source.tokens().size();
    if (token < all[function.head].first || token >= behind) return false;
    return takes_parameter(source, function, name) ||
           std::any_of(all.begin() + static_cast<std::ptrdiff_t>(function.head),
                       all.begin() + static_cast<std::ptrdiff_t>(function.end), binds);
  });
}

std::optional<PyValue> only_value_of(const PythonSource& source, std::size_t begin, std::size_t end,
                                     std::string_view name) {
  std::optional<PyValue> found;
  for (auto s = begin; s < end; ++s) {
    const auto& one = source.statements()[s];
    if (source.is(one.first, name) && source.is(one.first + 1, "=") && one.last > one.first + 2) {
      if (found) return std::nullopt;
      found = PyValue{one.first + 2, one.last};
      continue;
    }
    for (auto i = one.first; i < one.last; ++i) {
      const bool is_it = source.is(i, name) && !(i > 0 && source.is(i - 1, "."));
      if (is_it && binds_otherwise(source, one, i)) return std::nullopt;
    }
  }
  return found;
}

}  // namespace regreen
