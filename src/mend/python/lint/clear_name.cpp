#include "mend/python/lint/clear_name.h"

#include "base/among.h"
#include "mend/python/language/expression.h"
#include "mend/python/language/names.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace regreen {
namespace {

// What a name stands for where it is bound: in a loop or lambda it is that one's own.
struct Binding {
  std::size_t token = 0;
  bool own = false;
  std::vector<std::string> better;  // names for it, best first
};

// Offsets of the text in which a name means one thing.
struct Reach {
  std::size_t begin = 0, end = 0;

  bool has(std::size_t offset) const { return begin <= offset && offset < end; }
};

bool is_unclear(const PythonSource& source, std::size_t i) {
  return source.is(i, "l") || source.is(i, "I") || source.is(i, "O");
}

// "entries" → "entry"; "" for what is no plural
std::string singular_of(std::string_view plural) {
  std::string one(plural.substr(plural.starts_with("get_") ? 4 : 0));
  if (one == "readlines" || one == "splitlines") one = "lines";
  if (one.size() < 4 || !one.ends_with('s') || one.ends_with("ss") || one.ends_with("us")) return "";
  one.pop_back();
  if (one.ends_with("ie")) one.replace(one.size() - 2, 2, "y");
  return one;
}

// What one of the values is called that the tokens at `at` give: `lines`, `self.lines`, `enumerate(f.readlines())`.
std::string item_name(const PythonSource& source, std::size_t at) {
  constexpr std::array<std::string_view, 7> same = {"enumerate", "reversed", "sorted", "list", "set", "iter", "tuple"};
  std::string_view leaf;
  while (source.is_name(at)) {
    leaf = source.text(at);
    if (source.is(at + 1, "(") && is_among(leaf, same))
      at += 2;
    else if (source.is(at + 1, "."))
      at += 2;
    else
      break;
  }
  return singular_of(leaf);
}

std::string name_of_value(const PythonSource& source, std::size_t first, std::size_t last) {
  constexpr std::array<std::string_view, 4> rows = {"list", "sorted", "set", "tuple"};
  if (source.is(first, "len") && source.is(first + 1, "(")) return "length";
  const bool row = source.is(first, "[") || (is_among(source.text(first), rows) && source.is(first + 1, "("));
  const bool cut = last > first + 3 && source.is(last - 1, ")") &&
                   std::ranges::any_of(std::array<std::string_view, 2>{"split", "splitlines"}, [&](auto word) {
                     const auto open = opening(source, last - 1);
                     return open && *open > first && source.is(*open - 1, word);
                   });
  return row || cut ? "items" : "value";
}

// `for l in …`, `for i, l in …`: where `for` stands
std::optional<Binding> bound_by_loop(const PythonSource& source, std::size_t at, std::size_t last) {
  std::optional<std::size_t> unclear;
  const auto begin = at + 1;
  auto in = begin;
  for (; in < last && !source.is(in, "in"); ++in) {
    if (is_unclear(source, in)) unclear = in;
  }
  if (!unclear || in + 1 >= last) return std::nullopt;
  const bool alone = in == begin + 1;
  const bool counted = in == begin + 3 && *unclear == begin + 2 && source.is(in + 1, "enumerate");
  auto name = alone || counted ? item_name(source, in + 1) : "";
  return Binding{*unclear, true, {std::move(name), alone || counted ? "item" : "value"}};
}

std::optional<Binding> binding_in(const PythonSource& source, const PyStatement& one) {
  for (auto i = one.first; i < one.last; ++i) {
    if (source.is(i, "for")) {
      if (auto bound = bound_by_loop(source, i, one.last)) return bound;
    }
    if (source.is(i, "lambda") && is_unclear(source, i + 1) && source.is(i + 2, ":"))
      return Binding{i + 1, true, {"item", "value"}};
  }
  const auto sign = one.first + 1;
  if (!is_unclear(source, one.first) || (!source.is(sign, "=") && !source.is(sign, ":"))) return std::nullopt;
  auto value = sign;
  while (value < one.last && !source.is(value, "=")) ++value;
  return Binding{one.first, false, {name_of_value(source, value + 1, one.last), "value"}};
}

std::size_t number_of(const PythonSource& source, const PyStatement& one) {
  return static_cast<std::size_t>(&one - source.statements().data());
}

// A loop with its body, or another statement alone.
Reach with_body(const PythonSource& source, const PyStatement& one) {
  Reach reach{one.begin, one.end};
  const bool loop = source.is(one.first, "for") || (source.is(one.first, "async") && source.is(one.first + 1, "for"));
  const auto& all = source.statements();
  for (auto i = number_of(source, one) + 1; loop && i < all.size() && all[i].indent > one.indent; ++i)
    reach.end = all[i].end;
  return reach;
}

// The function around a statement, or the file.
Reach scope_of(const PythonSource& source, const std::optional<PyFunction>& function) {
  if (!function) return {0, source.text().size()};
  const auto& all = source.statements();
  return {all[function->head].begin, all[function->end - 1].end};
}

// Does every use of the name stand in a loop or lambda that binds it itself?
bool is_bound_everywhere(const PythonSource& source, const std::vector<std::size_t>& spots, const Reach& scope) {
  std::vector<Reach> own;
  for (const auto& one : source.statements()) {
    const auto bound = binding_in(source, one);
    if (bound && bound->own) own.push_back(with_body(source, one));
  }
  return std::ranges::all_of(spots, [&](auto spot) {
    return !scope.has(spot) || std::ranges::any_of(own, [&](const Reach& reach) { return reach.has(spot); });
  });
}

// Is the statement's block that of a class?
bool is_in_class(const PythonSource& source, const PyStatement& one) {
  auto indent = one.indent;
  for (auto i = number_of(source, one); i-- > 0 && indent > 0;) {
    const auto& above = source.statements()[i];
    if (above.indent >= indent) continue;
    indent = above.indent;
    if (source.is(above.first, "class")) return true;
    if (is_def(source, above)) return false;
  }
  return false;
}

// Does something speak of names as texts, or of one from elsewhere?
bool has_names_as_texts(const PythonSource& source, const Reach& scope) {
  constexpr std::array<std::string_view, 8> words = {"global",  "nonlocal", "locals", "vars",
                                                     "globals", "eval",     "exec",   "query"};
  return std::ranges::any_of(source.tokens(), [&](const PyToken& token) {
    return scope.has(token.offset) && is_among(source.text(token), words);
  });
}

// A parameter of a function in reach, which callers may name.
bool is_parameter(const PythonSource& source, const Reach& reach, std::string_view name) {
  const auto functions = functions_of(source);
  return std::ranges::any_of(functions, [&](const PyFunction& function) {
    const auto& head = source.statements()[function.head];
    return reach.has(head.begin) && takes_parameter(source, function, name);
  });
}

}  // namespace

std::vector<Edit> clear_name(const PythonSource& source, const PyStatement& one) {
  const auto bound = binding_in(source, one);
  if (!bound) return {};
  const auto from = source.text(bound->token);
  const bool is_target = is_unclear(source, one.first);
  if (is_target && (bound->own || is_in_class(source, one))) return {};
  const auto spots = spots_of(source, from);
  const auto function = function_around(source, number_of(source, one));
  const auto scope = scope_of(source, function);
  const bool own = bound->own && is_bound_everywhere(source, spots, scope);
  const auto reach = own ? with_body(source, one) : scope;
  const bool of_module = !own && !function;  // others may import it
  if (of_module || is_parameter(source, reach, from) || has_names_as_texts(source, scope)) return {};
  for (const auto& to : bound->better) {
    const auto taken = spots_of(source, to);
    if (!is_python_name(to) || std::ranges::any_of(taken, [&](auto spot) { return scope.has(spot); })) continue;
    std::vector<Edit> edits;
    for (const auto spot : spots) {
      if (reach.has(spot)) edits.push_back({spot, from.size(), to});
    }
    return edits;
  }
  return {};
}

}  // namespace regreen
