#include "mend/python/language/own_methods.h"

#include "base/text.h"
#include "mend/python/language/class_body.h"
#include "mend/python/language/expression.h"
#include "mend/python/language/project.h"
#include "mend/text/code_text.h"

#include <algorithm>

namespace regreen {
namespace {

bool has_function_without(const PythonSource& source, std::string_view name, std::string_view parameter) {
  return std::ranges::any_of(functions_of(source), [&](const PyFunction& function) {
    return source.is(function.def + 1, name) && !takes_parameter(source, function, parameter);
  });
}

bool has_class_without(const PythonSource& source, std::string_view name, std::string_view parameter) {
  const auto owner = class_named(source, name);
  const auto maker = owner ? method_of(source, *owner, "__init__") : std::nullopt;
  if (!maker) return owner.has_value();
  const auto& head = source.statements()[maker->head];
  return !takes_parameter(source, {head.first, maker->head, maker->last + 1}, parameter);
}

}  // namespace

std::set<std::string, std::less<>> own_methods(const Tree& tree, std::span<const std::string_view> names) {
  std::set<std::string, std::less<>> own;
  if (names.empty()) return own;
  for (const auto& path : python_files(tree)) {
    const auto text = tree.read(path);
    for (const auto name : names) {
      if (text && contains(*text, name) && contains(*text, "def " + std::string(name) + "(self")) own.emplace(name);
    }
  }
  return own;
}

bool defines_without(const Tree& tree, std::string_view name, std::string_view parameter) {
  return std::ranges::any_of(python_files(tree), [&](const auto& path) {
    const auto text = tree.read(path);
    if (!text || words_in(*text, name).empty()) return false;
    const PythonSource source(*text);
    return has_function_without(source, name, parameter) || has_class_without(source, name, parameter);
  });
}

}  // namespace regreen
