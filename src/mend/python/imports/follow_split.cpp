#include "mend/python/imports/follow_split.h"

#include "base/text.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/python/imports/module_move.h"
#include "mend/python/imports/split_module.h"
#include "mend/python/language/expression.h"
#include "mend/python/language/import.h"
#include "mend/python/language/names.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace regreen {
namespace {

constexpr std::size_t width_max = 88;  // of an import on one line

class Follower {
 public:
  Follower(const PythonProject& project, const std::string& file, const PythonSource& source, const std::string& module,
           const std::map<std::string, std::string>& homes)
      : project_(project), file_(file), source_(source), module_(module), homes_(homes) {}

  std::optional<std::vector<Edit>> edits() {
    for (const auto& one : imports_of(source_)) {
      const bool is_of_it = one.is_from && project_.imported_module(file_, one.module) == module_;
      if (is_of_it ? !divide(one) : !follow_module_itself(one)) return std::nullopt;
    }
    return std::move(edits_);
  }

 private:
  // `from shop.utils import round_up, is_zip`
  bool divide(const PyImport& one) {
    std::map<std::string, std::vector<std::string>> names;
    for (const auto& name : one.names) {
      const auto home = homes_.find(name.name);
      if (home == homes_.end()) return false;
      names[said_like(project_, file_, one.module, home->second)].push_back(
          name.name + (name.alias.empty() ? "" : " as " + name.alias));
    }
    std::vector<std::string> lines;
    for (const auto& [module, some] : names) lines.push_back(import_line(module, some));
    return replace(one, lines);
  }

  // `from shop import utils`, `import shop.utils as utils`: each use says whose it is.
  bool follow_module_itself(const PyImport& one) {
    for (std::size_t i = 0; i < one.names.size(); ++i) {
      const auto& name = one.names[i];
      if (project_.imported_name(file_, one, name) != module_) continue;
      const bool is_dotted = !one.is_from && name.alias.empty() && !parent_of(name.name).empty();
      if (is_dotted || !follow_uses(std::string(name.bound()))) return false;
      std::vector<std::string> lines;
      for (const auto& home : used_) {
        const std::string parent(parent_of(home)), leaf(leaf_of(home));
        const auto said = one.is_from ? said_like(project_, file_, one.module, parent) : parent;
        lines.push_back(parent.empty() ? "import " + leaf : import_line(said, {leaf}));
      }
      if (one.names.size() == 1) return replace(one, lines);
      auto removal = remove_names(source_, one, {i});
      if (!removal || lines.empty()) return false;
      edits_.insert(edits_.end(), removal->begin(), removal->end());
      edits_.push_back(
          {one.statement.end, 0, indent_of(one) + joined(one, lines) + std::string(line_end(source_.text()))});
    }
    return true;
  }

  // `utils.round_up(…)` → `units.round_up(…)`, where the file calls nothing else so.
  bool follow_uses(const std::string& alias) {
    used_.clear();
    for (const auto spot : spots_of(source_, alias)) {
      const auto rest = source_.text().substr(spot + alias.size());
      const auto word = rest.starts_with('.') ? rest.substr(1, rest.substr(1).find_first_not_of(word_letters)) : "";
      const auto home = homes_.find(std::string(word));
      if (home == homes_.end()) return false;
      used_.insert(home->second);
      edits_.push_back({spot, alias.size(), std::string(leaf_of(home->second))});
    }
    std::set<std::string_view> leaves;
    return std::ranges::all_of(used_, [&](const auto& home) {
      const auto is_leaf = [&](const PyToken& token) { return source_.text(token) == leaf_of(home); };
      return leaves.insert(leaf_of(home)).second && std::ranges::none_of(source_.tokens(), is_leaf);
    });
  }

  static std::string import_line(const std::string& module, const std::vector<std::string>& names) {
    return "from " + module + " import " + join(names, ", ");
  }

  std::string indent_of(const PyImport& one) const {
    const auto begin = one.statement.begin;
    return std::string(source_.text().substr(begin, source_.tokens()[one.statement.first].offset - begin));
  }

  std::string joined(const PyImport& one, const std::vector<std::string>& lines) const {
    return join(lines, std::string(line_end(source_.text())) + indent_of(one));
  }

  // Not where a comment between the names would be lost, or a line would be longer than it may be.
  bool replace(const PyImport& one, const std::vector<std::string>& lines) {
    const auto begin = source_.tokens()[one.statement.first].offset;
    const auto end = end_of(source_.tokens()[one.statement.last - 1]);
    const auto is_long = [&](const auto& line) { return indent_of(one).size() + line.size() > width_max; };
    for (auto i = one.statement.first; i < one.statement.last; ++i) {
      if (source_.tokens()[i].kind == PyKind::comment) return false;
    }
    if (lines.empty() || std::ranges::any_of(lines, is_long)) return false;
    edits_.push_back({begin, end - begin, joined(one, lines)});
    return true;
  }

  static constexpr std::string_view word_letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";

  const PythonProject& project_;
  const std::string& file_;
  const PythonSource& source_;
  const std::string& module_;
  const std::map<std::string, std::string>& homes_;
  std::set<std::string> used_;  ///< the modules that uses of the old one mean
  std::vector<Edit> edits_;
};

std::optional<std::vector<Edit>> edits_of(const PythonProject& project, const std::string& file,
                                          const PythonSource& source, const std::string& module,
                                          const std::map<std::string, std::string>& homes) {
  std::set<std::string> meant;
  for (const auto& name : names_from(project, file, source, module)) {
    const auto home = homes.find(name);
    if (home == homes.end()) return std::nullopt;
    meant.insert(home->second);
  }
  if (meant.size() != 1) return Follower(project, file, source, module, homes).edits();
  auto edits = follow_module(project, file, source, module, *meant.begin());
  return edits.empty() ? std::nullopt : std::optional(std::move(edits));
}

bool imports(const PythonProject& project, const std::string& file, const PythonSource& source,
             const std::string& module) {
  return std::ranges::any_of(imports_of(source), [&](const PyImport& one) {
    const auto is_it = [&](const ImportedName& name) { return project.imported_name(file, one, name) == module; };
    return (one.is_from && project.imported_module(file, one.module) == module) ||
           std::ranges::any_of(one.names, is_it);
  });
}

}  // namespace

bool follow_split(const Patient& patient, const PythonProject& project, const std::string& module, Draft& draft) {
  const auto homes = split_module(patient, project, module);
  if (!homes) return false;
  std::map<std::string, std::vector<Edit>> edits;
  for (const auto& path : python_files(patient.tree)) {
    const auto text = draft.read(path);
    if (!text || !contains(*text, leaf_of(module))) continue;
    const PythonSource source(*text);
    if (!imports(project, path, source, module)) continue;
    auto of_file = edits_of(project, path, source, module, *homes);
    if (!of_file || is_vendored(path)) return false;
    edits[path] = std::move(*of_file);
  }
  for (auto& [path, of_file] : edits) draft.edit(path, std::move(of_file));
  return !edits.empty();
}

}  // namespace regreen
