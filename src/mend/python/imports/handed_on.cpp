#include "mend/python/imports/handed_on.h"

#include "base/text.h"
#include "mend/lines.h"
#include "mend/python/imports/module_move.h"
#include "mend/python/language/names.h"
#include "mend/text/string_list.h"

#include <algorithm>
#include <set>

namespace regreen {
namespace {

constexpr std::size_t width_max = 79;  // what linters allow who were not told otherwise

bool is_public(std::string_view name) {
  return !name.starts_with('_') || (name.starts_with("__") && name.ends_with("__"));
}

bool is_own(const PythonProject& project, const std::string& file, const PyImport& one) {
  return one.is_from && project.file_of(project.imported_module(file, one.module)).has_value();
}

// `__all__ = [`, `__all__: list[str] = (`
std::optional<StringList> list_of_all(const PythonSource& source) {
  for (const auto& one : source.statements()) {
    if (!source.is(one.first, "__all__")) continue;
    auto sign = one.first + 1;
    while (sign + 1 < one.last && !source.is(sign, "=")) ++sign;
    if (source.is(sign + 1, "[") || source.is(sign + 1, "("))
      return read_string_list(source.text(), source.tokens()[sign + 1].offset);
  }
  return std::nullopt;
}

std::string written_list(std::vector<std::string> items, char quote, bool is_long) {
  for (auto& item : items) item = quote + item + quote;
  return is_long ? "\n    " + join(items, ",\n    ") + ",\n" : join(items, ", ");
}

// A list on one line that would become too long gets a line for each of its names.
std::vector<Edit> put_in(const PythonSource& source, const StringList& list, const std::vector<std::string>& names) {
  std::vector<std::string> items;
  for (const auto& item : list.items) items.push_back(item.value);
  for (const auto& name : names) {
    const auto at = place_in_order(items, name);
    items.insert(items.begin() + static_cast<long>(at), name);
  }
  const auto inside = source.text().substr(list.open + 1, list.close - list.open - 1);
  const Lines lines(source.text());
  const auto line = lines.line(lines.number_at(list.open));
  const auto quote = list.items.empty() ? '"' : list.items.front().quote;
  const auto in_line = written_list(items, quote, false);
  if (!contains(inside, "\n"))
    return {{list.open + 1, inside.size(),
             line.size() - inside.size() + in_line.size() > width_max ? written_list(items, quote, true) : in_line}};
  std::vector<Edit> edits;
  for (const auto& name : names) {
    for (auto& edit : insert_string(source.text(), list, name)) edits.push_back(std::move(edit));
  }
  return edits;
}

// All that `import *` gave until now, but for modules of others that the package uses itself.
std::optional<std::set<std::string>> public_names(const PythonProject& project, const std::string& file,
                                                  const PythonSource& source) {
  std::set<std::string> names;
  for (auto& name : defined_names(source)) {
    if (!name.starts_with('_')) names.insert(std::move(name));
  }
  for (const auto& one : imports_of(source)) {
    for (const auto& name : one.names) {
      if (name.name == "*" || one.statement.indent != 0) return std::nullopt;
      if (is_own(project, file, one) && !name.bound().starts_with('_')) names.emplace(name.bound());
    }
  }
  return names;
}

}  // namespace

bool is_taken(const Tree& tree, const PythonProject& project, const std::string& file, std::string_view name) {
  const auto module = project.module_of(file);
  return std::ranges::any_of(python_files(tree), [&](const auto& path) {
    const auto text = path == file ? std::nullopt : tree.read(path);
    if (!text || !contains(*text, name)) return false;
    return contains(*text, module + "." + std::string(name)) ||
           names_from(project, path, PythonSource(*text), module).contains(std::string(name));
  });
}

bool is_handed_on(const Tree& tree, const PythonProject& project, const std::string& file, const PyImport& one,
                  const ImportedName& name) {
  return is_public(name.bound()) && (is_own(project, file, one) || is_taken(tree, project, file, name.bound()));
}

std::vector<Edit> list_handed_on(const PythonProject& project, const std::string& file, const PythonSource& source,
                                 const std::vector<std::string>& names) {
  if (names.empty()) return {};
  if (const auto list = list_of_all(source)) return put_in(source, *list, names);
  const auto imports = top_imports(source);
  auto all = public_names(project, file, source);
  if (contains(source.text(), "__all__") || imports.empty() || !all) return {};
  all->insert(names.begin(), names.end());
  const std::vector<std::string> items(all->begin(), all->end());
  const auto quote = contains(source.text(), "'") && !contains(source.text(), "\"") ? '\'' : '"';
  auto list = "__all__ = [" + written_list(items, quote, false) + "]";
  if (list.size() > width_max) list = "__all__ = [" + written_list(items, quote, true) + "]";
  const auto end = imports.back().statement.end;
  const bool open_end = !source.text().substr(0, end).ends_with('\n');
  return {{end, 0, std::string(open_end ? "\n" : "") + "\n" + list + "\n"}};
}

}  // namespace regreen
