#include "mend/python/types/annotate.h"

#include "base/text.h"
#include "mend/python/language/expression.h"
#include "mend/python/language/import.h"
#include "mend/python/language/names.h"
#include "mend/python/types/annotated.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace regreen {
namespace {

// The head of the function that a statement stands in.
const PyStatement* head_around(const PythonSource& source, std::size_t index) {
  const auto around = function_around(source, index);
  return around ? &source.statements()[around->head] : nullptr;
}

// What a token alone is: a literal, or a parameter of the function with its annotation; "" in doubt.
std::string type_of(const PythonSource& source, std::size_t token, const PyStatement* function) {
  const auto& tokens = source.tokens();
  const auto text = source.text(tokens[token]);
  if (tokens[token].kind == PyKind::string) return contains(text.substr(0, 2), "b") ? "bytes" : "str";
  if (tokens[token].kind == PyKind::number) return text.find_first_of(".eEjxX") == std::string_view::npos ? "int" : "";
  if (source.is(token, "True") || source.is(token, "False")) return "bool";
  if (!source.is_name(token) || function == nullptr) return "";
  for (auto i = function->first; i + 2 < function->last; ++i) {
    if (!source.is(i, text) || !source.is(i + 1, ":") || tokens[i].depth != 1) continue;
    auto end = i + 2;
    while (end < function->last &&
           !((source.is(end, ",") || source.is(end, "=") || source.is(end, ")")) && tokens[end].depth == 1))
      ++end;
    return std::string(source.text().substr(tokens[i + 2].offset, end_of(tokens[end - 1]) - tokens[i + 2].offset));
  }
  return "";
}

/// What a file puts into a collection; one type each, or none.
struct Contents {
  std::set<std::string> keys, values;
  bool in_doubt = false;

  void add(std::set<std::string>& types, std::string type) {
    if (type.empty())
      in_doubt = true;
    else
      types.insert(std::move(type));
  }
};

// `x[k] = v`, `x[k].append(v)`, `x[k] += 1`, `x.append(v)`, `x.add(v)`: single tokens k and v
void look_at_use(const PythonSource& source, std::size_t at, const PyStatement& statement, const PyStatement* function,
                 Contents& contents) {
  auto behind = at + 1;
  if (source.is(behind, "[") && source.is(behind + 2, "]")) {
    const bool stores = source.is(behind + 3, "=") || source.is(behind + 3, "+=") || source.is(behind + 3, ".");
    if (!stores) return;
    contents.add(contents.keys, type_of(source, behind + 1, function));
    behind += 3;
    if (source.is(behind, "=") || source.is(behind, "+=")) {
      const bool single = behind + 2 == statement.last;
      contents.add(contents.values, single ? type_of(source, behind + 1, function) : "");
      return;
    }
  }
  const bool puts = source.is(behind, ".") && (source.is(behind + 1, "append") || source.is(behind + 1, "add")) &&
                    source.is(behind + 2, "(");
  if (puts) contents.add(contents.values, source.is(behind + 4, ")") ? type_of(source, behind + 3, function) : "");
}

Contents contents_of(const PythonSource& source, std::string_view name, bool is_attribute) {
  Contents contents;
  const auto& all = source.statements();
  for (std::size_t s = 0; s < all.size(); ++s) {
    for (auto i = all[s].first; i < all[s].last; ++i) {
      const bool attribute = i >= 2 && source.is(i - 1, ".") && source.is(i - 2, "self");
      if (source.is(i, name) && attribute == is_attribute && (attribute || i == 0 || !source.is(i - 1, ".")))
        look_at_use(source, i, all[s], head_around(source, s), contents);
    }
  }
  return contents;
}

// Does the file write list[int], or may it?
bool has_new_generics(const PythonSource& source) {
  if (contains(source.text(), "from __future__ import annotations")) return true;
  for (const auto* word : {"dict[", "list[", "set[", "tuple["}) {
    const auto at = source.text().find(word);
    if (at != std::string_view::npos &&
        (at == 0 || !contains("abcdefghijklmnopqrstuvwxyz_.", source.text().substr(at - 1, 1))))
      return true;
  }
  return false;
}

std::optional<Edit> import_typing(const PythonSource& source, const std::string& name) {
  if (binds_at_top(source, name)) return std::nullopt;
  return add_import(source, "from typing import " + name, [](auto) { return ImportGroup::standard; });
}

std::string collection_type(std::string_view kind, const Contents& contents) {
  const bool one_value = contents.values.size() == 1, one_key = contents.keys.size() == 1;
  if (contents.in_doubt || !one_value) return "";
  const auto& value = *contents.values.begin();
  if (kind == "list" || kind == "set") return contents.keys.empty() ? std::string(kind) + "[" + value + "]" : "";
  if (!one_key) return "";
  const auto& key = *contents.keys.begin();
  if (kind == "dict") return "dict[" + key + ", " + value + "]";
  return "dict[" + key + ", " + std::string(kind.substr(kind.rfind(' ') + 1)) + "[" + value + "]]";
}

// What stands behind the equals sign: [], {}, set(), dict(), list(), defaultdict(list)
std::string kind_of(const PythonSource& source, std::size_t value, std::size_t last) {
  if (value + 2 == last && source.is(value, "[")) return "list";
  if (value + 2 == last && source.is(value, "{")) return "dict";
  if (value + 3 == last && source.is(value + 1, "(")) return std::string(source.text(value));
  const bool by_default = value + 4 == last && source.is(value, "defaultdict") && source.is(value + 1, "(");
  if (!by_default) return "";
  return source.is(value + 2, "int") ? "dict" : std::string(source.text(value + 2));
}

}  // namespace

std::vector<Edit> annotate_variable(const PythonSource& source, std::size_t line, std::string_view name) {
  const auto* one = source.statement_at(line);
  if (one == nullptr || !is_python_name(name)) return {};
  const bool attribute = source.is(one->first, "self") && source.is(one->first + 1, ".");
  const auto at = attribute ? one->first + 2 : one->first;
  if (!source.is(at, name) || !source.is(at + 1, "=") || at + 2 >= one->last) return {};
  const auto kind = kind_of(source, at + 2, one->last);
  if (kind != "list" && kind != "dict" && kind != "set") return {};
  const bool nested = source.is(at + 2, "defaultdict") && kind != "dict";
  const auto contents = contents_of(source, name, attribute);
  auto type = collection_type(nested ? "defaultdict of " + kind : kind, contents);
  if (type.empty()) return {};
  std::vector<Edit> edits;
  if (!has_new_generics(source)) {
    for (const auto& [low, high] : {std::pair{"dict[", "Dict["}, {"list[", "List["}, {"set[", "Set["}}) {
      if (!contains(type, low)) continue;
      type = replace_all(type, low, high);
      if (auto import = import_typing(source, std::string(high).substr(0, std::string(high).size() - 1)))
        edits.push_back(std::move(*import));
    }
    if (edits.size() > 1) return {};  // two names for one import line
  }
  edits.push_back({end_of(source.tokens()[at]), 0, ": " + type});
  return edits;
}

namespace {

// Is the token none of an annotation, nor of what a type is made of, as in `Rows = Optional[list]`?
bool is_value(const PythonSource& source, std::size_t token) {
  const auto* one = source.statement_at(source.tokens()[token].line);
  if (one == nullptr || is_in_annotation(source, *one, token)) return false;
  const auto open = opening(source, token);
  return !open || *open == 0 || !source.is(*open, "[") || !source.is_name(*open - 1);
}

}  // namespace

std::vector<Edit> name_parameters(const PythonSource& source, std::size_t line, std::string_view type) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 12> parameters = {{
      {"dict", "[str, Any]"},
      {"Dict", "[str, Any]"},
      {"list", "[Any]"},
      {"List", "[Any]"},
      {"set", "[Any]"},
      {"Set", "[Any]"},
      {"tuple", "[Any, ...]"},
      {"Tuple", "[Any, ...]"},
      {"Callable", "[..., Any]"},
      {"Pattern", "[str]"},
      {"Match", "[str]"},
      {"Popen", "[bytes]"},
  }};
  const auto* row = std::ranges::find(parameters, type, &std::pair<std::string_view, std::string_view>::first);
  if (row == parameters.end()) return {};
  const bool builtin = type[0] >= 'a';
  std::vector<Edit> edits;
  for (std::size_t i = 1; i < source.tokens().size(); ++i) {
    const bool annotates = source.is(i - 1, ":") || source.is(i - 1, "->") || source.is(i - 1, "[") ||
                           source.is(i - 1, ",") || source.is(i - 1, "|") || source.is(i - 1, ".");
    if (source.tokens()[i].line != line || !source.is(i, type) || !annotates) continue;
    if (source.is(i + 1, "[") || source.is(i + 1, "(") || source.is(i + 1, ".") || is_value(source, i)) continue;
    const bool new_form = !builtin || has_new_generics(source);
    const auto written =
        new_form ? std::string(type) : std::string(1, type[0] - 'a' + 'A') + std::string(type.substr(1));
    if (!new_form && !binds_at_top(source, written)) return {};
    edits.push_back({source.tokens()[i].offset, type.size(), written + std::string(row->second)});
  }
  if (edits.empty() || !contains(row->second, "Any")) return edits;
  if (auto import = import_typing(source, "Any")) edits.push_back(std::move(*import));
  return edits;
}

std::vector<Edit> widen_parameter(const PythonSource& source, std::size_t line, std::string_view name) {
  const auto& tokens = source.tokens();
  for (std::size_t i = 0; i + 4 < tokens.size(); ++i) {
    const bool here = tokens[i].line >= line && source.is(i, name) && source.is(i + 1, ":") && tokens[i].depth > 0;
    if (!here) continue;
    const bool number = source.is(i + 2, "int") && source.is(i + 3, "=") && tokens[i + 4].kind == PyKind::number;
    if (!number || !contains(source.text(tokens[i + 4]), ".")) return {};
    return {{tokens[i + 2].offset, 3, "float"}};
  }
  return {};
}

std::vector<Edit> name_result(const PythonSource& source, std::size_t line) {
  const auto* one = source.statement_at(line);
  if (one == nullptr || !source.is(one->first, "return") || one->last < one->first + 2) return {};
  const auto* function = head_around(source, static_cast<std::size_t>(one - source.statements().data()));
  if (function == nullptr) return {};
  auto arrow = function->first;
  while (arrow < function->last && !source.is(arrow, "->")) ++arrow;
  if (arrow + 2 >= function->last || !uses_of(source, "result").empty()) return {};
  const auto& tokens = source.tokens();
  const auto begin = tokens[arrow + 1].offset;
  const std::string type(source.text().substr(begin, end_of(tokens[function->last - 2]) - begin));
  const std::string indent(source.text().substr(one->begin, tokens[one->first].offset - one->begin));
  if (!trim(indent).empty() || contains(type, "Any")) return {};
  return {{tokens[one->first].offset, 6, "result: " + type + " ="},
          {end_of(tokens[one->last - 1]), 0, "\n" + indent + "return result"}};
}

namespace {

// The type of what stands between `return` and the end, by its look alone.
std::string type_returned(const PythonSource& source, std::size_t first, std::size_t last) {
  const auto depth = source.tokens()[first].depth;
  bool compares = source.is(first, "not"), mixed = false;
  for (auto i = first; i < last; ++i) {
    const bool outer = source.tokens()[i].depth == depth && !source.is(first, "(");
    for (const std::string_view op : {"==", "!=", "<", ">", "<=", ">=", "in", "is"})
      compares |= outer && source.is(i, op);
    for (const std::string_view op : {"and", "or", "if", "+", "|", "&", "for", "lambda", "yield", ","})
      mixed |= outer && source.is(i, op);
  }
  if (mixed) return "";
  if (compares) return "bool";
  const auto close = last == first + 1 || !source.is(first + 1, "(") ? std::nullopt : source.closing(first + 1);
  const bool call = close && *close + 1 == last;
  if (call && (source.is(first, "isinstance") || source.is(first, "any") || source.is(first, "all") ||
               source.is(first, "bool") || source.is(first, "callable") || source.is(first, "hasattr")))
    return "bool";
  if (call && source.is(first, "len")) return "int";
  if (call && (source.is(first, "str") || source.is(first, "repr"))) return "str";
  return last == first + 1 ? type_of(source, first, nullptr) : "";
}

}  // namespace

std::vector<Edit> annotate_return(const PythonSource& source, std::size_t line) {
  const auto* def = source.statement_at(line);
  if (def == nullptr || !is_def(source, *def)) return {};
  const auto name = source.is(def->first, "async") ? def->first + 2 : def->first + 1;
  const auto close = source.is(name + 1, "(") ? source.closing(name + 1) : std::nullopt;
  if (!close || !source.is(*close + 1, ":")) return {};
  std::set<std::string> types;
  const PyStatement* last = nullptr;
  std::size_t body = 0;
  for (const auto& one : source.statements()) {
    if (one.begin <= def->begin) continue;
    if (one.indent <= def->indent) break;
    if (last == nullptr) body = one.indent;
    last = &one;
    const bool bare = source.is(one.first, "return") && one.last == one.first + 1;
    if (bare || is_def(source, one) || source.is(one.first, "class")) return {};
    for (auto i = one.first; i < one.last; ++i) {
      if (source.is(i, "yield")) return {};
    }
    if (source.is(one.first, "return")) types.insert(type_returned(source, one.first + 1, one.last));
  }
  // Where the end of the function can be reached, it returns None as well.
  const bool ends =
      last != nullptr && last->indent == body && (source.is(last->first, "return") || source.is(last->first, "raise"));
  if (!ends || types.size() != 1 || types.begin()->empty()) return {};
  return {{end_of(source.tokens()[*close]), 0, " -> " + *types.begin()}};
}

}  // namespace regreen
