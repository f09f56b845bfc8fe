#include "mend/python/syntax/awaited.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/place.h"
#include "mend/python/language/expression.h"
#include "mend/python/language/import.h"
#include "mend/python/language/project.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace regreen {
namespace {

// Functions that take what is waited for.
constexpr auto waiters =
    std::to_array<std::string_view>({"run", "create_task", "gather", "ensure_future", "run_until_complete", "wait_for",
                                     "shield", "as_completed", "run_coroutine_threadsafe", "start_soon", "Task"});

// Is the call, whose value begins at the token, awaited or handed to what waits for it?
bool is_waited_for(const PythonSource& source, std::size_t first) {
  if (first > 0 && source.is(first - 1, "await")) return true;
  for (auto open = opening(source, first); open && *open > 0; open = opening(source, *open - 1)) {
    if (is_among(source.text(*open - 1), waiters)) return true;
  }
  return false;
}

bool is_import(const PythonSource& source, const PyStatement& one) {
  return source.is(one.first, "import") || source.is(one.first, "from");
}

// Does the file use the function or method of that name, and not wait for it?
bool is_used_plainly(const PythonSource& source, std::string_view name, bool is_method) {
  const auto imports = imports_of(source);
  const auto bound = bound_names(imports);
  for (const auto& one : source.statements()) {
    if (is_import(source, one)) continue;
    for (auto i = one.first; i < one.last; ++i) {
      if (!source.is(i, name) || (i > one.first && source.is(i - 1, "def"))) continue;
      const bool is_dotted = i > one.first && source.is(i - 1, ".");
      const auto first = is_dotted ? value_before(source, i - 1) : i;
      const bool is_other =
          is_method ? !is_dotted : is_dotted && (source.is(first, "asyncio") || !bound.contains(source.text(first)));
      const bool is_keyword = !is_dotted && source.is(i + 1, "=") && source.tokens()[i].depth > 0;
      if (is_other || is_keyword) continue;
      if (!source.is(i + 1, "(") || !is_waited_for(source, first)) return true;
    }
  }
  return false;
}

// The class that a def stands in; null for a function.
const PyStatement* class_of(const PythonSource& source, const PyStatement& def) {
  for (const auto* above = &def; above-- != source.statements().data();) {
    if (above->indent < def.indent) return source.is(above->first, "class") ? above : nullptr;
  }
  return nullptr;
}

// Is the def one that a class above or a class beside has, too, or one that a runner of tests calls?
bool is_called_by_others(const Tree& tree, const std::string& file, const PythonSource& source, const PyStatement& def,
                         const PyStatement* owner) {
  const bool has_base = owner != nullptr && source.is(owner->first + 2, "(") && !source.is(owner->first + 3, ")") &&
                        !source.is(owner->first + 3, "object");
  constexpr auto settings = std::to_array<std::string_view>({"*.toml", "*.ini", "*.cfg", "conftest.py"});
  const bool is_test = source.text(def.first + 1).starts_with("test") && is_test_file(file);
  const bool is_run = contains(source.text(), "mark.asyncio") || contains(source.text(), "mark.anyio") ||
                      is_mentioned(tree, settings, "asyncio_mode");
  return has_base || (is_test && !is_run);
}

}  // namespace

bool may_become_async(const Tree& tree, const std::string& file, const PythonSource& source, const PyStatement& def) {
  const auto* owner = class_of(source, def);
  const auto name = source.text(def.first + 1);
  if (is_called_by_others(tree, file, source, def, owner)) return false;
  const auto files = all_python_files(tree);
  return files && std::ranges::none_of(*files, [&](const auto& path) {
           const auto text = tree.read(path);
           if (!text || !contains(*text, name)) return false;
           const PythonSource other(*text);
           const auto head = "def " + std::string(name) + "(";
           const bool is_defined_beside = owner != nullptr && path != file && contains(*text, head);
           return is_defined_beside || is_used_plainly(other, name, owner != nullptr);
         });
}

}  // namespace regreen
