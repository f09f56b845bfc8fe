#include "mend/python/versions/yaml_load.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/python/language/expression.h"
#include "mend/python/language/import.h"
#include "mend/python/language/names.h"

#include <algorithm>
#include <array>
#include <string>

namespace regreen {
namespace {

constexpr auto loads = std::to_array<std::string_view>({"load", "load_all"});

bool is_load(std::string_view name) { return is_among(name, loads); }

// Is the function called there with one value, the stream, or only handed on? Where it takes `*all`, nobody knows.
bool is_without_loader(const PythonSource& source, std::size_t name) {
  if (!source.is(name + 1, "(")) return true;
  const auto close = closing_of_call(source, name + 1);
  const auto values = close ? arguments_between(source, name + 1, *close) : std::vector<PyValue>();
  if (values.size() != 1) return false;
  const auto first = values[0].first;
  const bool is_other = source.is(first + 1, "=") && !source.is(first, "stream");
  return !source.is(first, "*") && !source.is(first, "**") && !is_other;
}

// yaml.load(x), y.load_all(x) after `import yaml as y`
void through_module(const PythonSource& source, std::string_view bound, const std::string& way,
                    std::vector<Edit>& edits) {
  for (std::size_t i = 0; i + 3 < source.tokens().size(); ++i) {
    if (!source.is(i, bound) || !source.is(i + 1, ".") || (i > 0 && source.is(i - 1, "."))) continue;
    if (is_load(source.text(i + 2)) && source.is(i + 3, "(") && is_without_loader(source, i + 2))
      edits.push_back({source.tokens()[i + 2].offset, 0, way});
  }
}

// `from yaml import load`: safe_load is imported instead, or beside it where a call names its loader.
void by_name(const PythonSource& source, const PyImport& one, const ImportedName& name, const std::string& way,
             std::vector<Edit>& edits) {
  const std::string bound(name.bound()), safe = way + name.name;
  const auto uses = uses_of(source, bound);
  std::vector<std::size_t> bare;
  for (const auto use : uses) {
    if (is_without_loader(source, use)) bare.push_back(use);
  }
  const auto is_safe = [&](const ImportedName& other) { return other.name == safe && other.alias.empty(); };
  const bool is_there = std::ranges::any_of(one.names, is_safe);
  if (bare.empty() || (!is_there && binds_at_top(source, safe))) return;
  if (!name.alias.empty() && bare.size() == uses.size()) {  // `load as read`: read stays
    edits.push_back({name.offset, 0, way});
    return;
  }
  for (const auto use : bare) {
    const auto& token = source.tokens()[use];
    edits.push_back({token.offset, token.length, safe});
  }
  if (bare.size() == uses.size() && !is_there) {
    edits.push_back({name.offset, 0, way});
  } else if (!is_there) {
    const auto& last = one.names.back();
    const bool is_line = stands_alone(source, last);
    edits.push_back(is_line ? Edit{name.offset, 0, safe + ", "} : Edit{last.offset + last.length, 0, ", " + safe});
  } else if (bare.size() == uses.size()) {
    const auto removed = remove_names(source, one, {static_cast<std::size_t>(&name - one.names.data())});
    if (removed) edits.insert(edits.end(), removed->begin(), removed->end());
  }
}

}  // namespace

std::vector<Edit> load_yaml_safely(const PythonSource& source) {
  std::vector<Edit> edits;
  // What is written as a tuple of Python is read by the full loader only, which is what `load` was without any.
  const std::string way = contains(source.text(), "!!python/") ? "full_" : "safe_";
  const auto imports = imports_of(source);
  for (const auto& one : imports) {
    for (const auto& name : one.names) {
      if (!one.is_from && name.name == "yaml") through_module(source, name.bound(), way, edits);
      if (one.is_from && one.module == "yaml" && is_load(name.name)) by_name(source, one, name, way, edits);
    }
  }
  const auto by_place = [](const Edit& a, const Edit& b) { return a.offset < b.offset; };
  std::ranges::sort(edits, by_place);  // a module may be imported in several functions
  edits.erase(std::unique(edits.begin(), edits.end(),
                          [](const Edit& a, const Edit& b) { return a.offset == b.offset && a.text == b.text; }),
              edits.end());
  return edits;
}

}  // namespace regreen
