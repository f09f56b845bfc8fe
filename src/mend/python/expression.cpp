#include "mend/python/expression.h"

namespace regreen {
namespace {

// `for x in`, `with f() as x`, `x += 1`, `x: int = 1`, `(a, x) = f()`, `global x`, `del x`, `x := 1`.
bool binds_otherwise(const PythonSource& source, const PyStatement& one, std::size_t at) {
  for (const std::string_view word : {"import", "from", "global", "nonlocal", "del"}) {
    if (source.is(one.first, word)) return true;
  }
  const bool targets = source.is(one.first, "for") && at > one.first;
  if (targets) {
    for (auto i = one.first; i < at; ++i) {
      if (source.is(i, "in")) return false;
    }
    return true;
  }
  if (at > one.first && source.is(at - 1, "as")) return true;
  if (source.is(at + 1, ":=")) return true;
  if (source.tokens()[at].depth > 0) return false;  // an argument `x=1`, or a use
  for (auto i = at + 1; i < one.last && source.tokens()[i].depth == 0; ++i) {
    const auto sign = source.text(i);
    if (sign == "=" ||
        (sign.size() > 1 && sign.back() == '=' && sign != "==" && sign != "!=" && sign != "<=" && sign != ">="))
      return true;
    if (sign != "," && sign != ":" && !source.is_name(i)) return false;
  }
  return false;
}

}  // namespace

std::size_t value_before(const PythonSource& source, std::size_t dot) {
  auto at = dot;
  while (at > 0) {
    const auto& token = source.tokens()[at - 1];
    if (source.is(at - 1, ")") || source.is(at - 1, "]")) {
      --at;
      while (at > 0 &&
             !(source.tokens()[at - 1].depth == token.depth && (source.is(at - 1, "(") || source.is(at - 1, "["))))
        --at;
      if (at > 0) --at;
      const bool called = at > 0 && (source.is_name(at - 1) || source.is(at - 1, ")") || source.is(at - 1, "]"));
      if (!called) return at;
      continue;
    }
    if (token.kind != PyKind::name && token.kind != PyKind::string) return at;
    --at;
    if (at == 0 || !source.is(at - 1, ".")) return at;
    --at;
  }
  return at;
}

std::vector<PyFunction> functions_of(const PythonSource& source) {
  std::vector<PyFunction> functions;
  const auto& all = source.statements();
  for (std::size_t s = 0; s < all.size(); ++s) {
    const auto def = source.is(all[s].first, "async") ? all[s].first + 1 : all[s].first;
    if (!source.is(def, "def") || !source.is_name(def + 1) || !source.is(def + 2, "(")) continue;
    auto end = s + 1;
    while (end < all.size() && all[end].indent > all[s].indent) ++end;
    functions.push_back({def, s, end});
  }
  return functions;
}

std::optional<PyFunction> function_around(const PythonSource& source, std::size_t statement) {
  std::optional<PyFunction> found;
  for (const auto& one : functions_of(source)) {
    if (one.head < statement && statement < one.end) found = one;
  }
  return found;
}

bool takes_parameter(const PythonSource& source, const PyFunction& function, std::string_view name) {
  const auto close = source.closing(function.def + 2);
  for (auto i = function.def + 3; close && i < *close; ++i) {
    const bool begins =
        source.is(i - 1, "(") || source.is(i - 1, ",") || source.is(i - 1, "*") || source.is(i - 1, "**");
    if (begins && source.is(i, name) && source.tokens()[i].depth == 1) return true;
  }
  return false;
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
