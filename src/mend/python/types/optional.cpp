#include "mend/python/types/optional.h"

#include "base/text.h"
#include "mend/python/language/import.h"
#include "mend/python/language/names.h"

#include <algorithm>
#include <string>

namespace regreen {
namespace {

// Does the file write `X | None` in code?
bool writes_bar(const PythonSource& source) {
  for (std::size_t i = 0; i + 1 < source.tokens().size(); ++i) {
    if (source.is(i, "|") && source.is(i + 1, "None")) return true;
  }
  return false;
}

// `t` of `import typing as t`, where the file takes nothing from typing by name.
std::string typing_module(const PythonSource& source) {
  std::string bound;
  for (const auto& one : top_imports(source)) {
    if (one.is_from && one.module == "typing") return "";
    for (const auto& name : one.names) {
      if (!one.is_from && name.name == "typing") bound = name.bound();
    }
  }
  return bound;
}

// "Berth" of a class that is defined further down stays one text.
std::string with_bar(const std::string& type) {
  const bool is_text = type.size() > 2 && (type[0] == '"' || type[0] == '\'') && type.back() == type[0];
  return is_text ? type.substr(0, type.size() - 1) + " | None" + type.back() : type + " | None";
}

std::vector<Edit> as_optional(const PythonSource& source, std::size_t begin, std::size_t end) {
  const std::string type(source.text().substr(begin, end - begin));
  if (writes_bar(source) && !binds_at_top(source, "Optional")) return {{begin, end - begin, with_bar(type)}};
  if (const auto module = typing_module(source); !module.empty())
    return {{begin, end - begin, module + ".Optional[" + type + "]"}};
  std::vector<Edit> edits = {{begin, end - begin, "Optional[" + type + "]"}};
  const auto standard = [](auto) { return ImportGroup::standard; };
  if (const auto import = add_import(source, "from typing import Optional", standard)) edits.push_back(*import);
  return edits;
}

// A type that None is of already.
bool is_optional(std::string_view type) {
  return contains(type, "None") || type.starts_with("Optional") || contains(type, ".Optional[");
}

}  // namespace

std::vector<Edit> declare_none(const PythonSource& source, std::size_t line) {
  const auto* one = source.statement_at(line);
  if (one == nullptr) return {};
  auto colon = one->first;  // `name: type = None`, `self.name: type = None`
  while (colon < one->last && (source.is_name(colon) || source.is(colon, "."))) ++colon;
  if (colon == one->first || !source.is(colon, ":") || one->last < colon + 4) return {};
  if (!source.is(one->last - 1, "None") || !source.is(one->last - 2, "=")) return {};
  const auto begin = source.tokens()[colon + 1].offset, end = end_of(source.tokens()[one->last - 3]);
  if (is_optional(source.text().substr(begin, end - begin))) return {};
  const auto type = source.text(colon + 1);
  return type == "Final" || type == "ClassVar" ? std::vector<Edit>{} : as_optional(source, begin, end);
}

std::vector<Edit> allow_none(const PythonSource& source, std::size_t line, std::string_view name) {
  const auto& tokens = source.tokens();
  for (std::size_t i = 0; i + 2 < tokens.size(); ++i) {
    if (tokens[i].line < line || !source.is(i, name) || !source.is(i + 1, ":") || tokens[i].depth == 0) continue;
    auto equals = i + 2;
    while (equals < tokens.size() && !(source.is(equals, "=") && tokens[equals].depth == tokens[i].depth)) ++equals;
    if (equals + 1 >= tokens.size() || !source.is(equals + 1, "None")) return {};
    const auto begin = tokens[i + 2].offset, end = end_of(tokens[equals - 1]);
    const auto type = source.text().substr(begin, end - begin);
    return is_optional(type) ? std::vector<Edit>{} : as_optional(source, begin, end);
  }
  return {};
}

}  // namespace regreen
