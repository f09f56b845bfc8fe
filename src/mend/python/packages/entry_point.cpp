// python.fix-entry-point: a console script or plugin that the project's metadata look for where it is not: in a module that was
// renamed or moved, or under a name that its module does not have.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/language/moved_module.h"
#include "mend/python/language/names.h"
#include "mend/python/language/project.h"
#include "mend/python/packages/own_projects.h"
#include "mend/slip.h"
#include "mend/text/code_text.h"
#include "model/last_commit.h"

#include <algorithm>
#include <map>
#include <set>

namespace regreen {
namespace {

bool has_entry_points(std::string_view path) {
  const auto name = name_of(path);
  return name == "pyproject.toml" || name == "setup.cfg" || name == "setup.py";
}

// Names that many modules have, each for itself.
bool is_common(std::string_view name) { return name == "main" || name == "run" || name == "cli" || name == "app"; }

/// `module:function` in a file of metadata.
struct EntryPoint {
  std::string file;
  std::size_t offset = 0;  ///< of the module
  std::string function;
};

class EntryPointFixer {
 public:
  explicit EntryPointFixer(const Patient& patient)
      : patient_(patient), project_(patient.tree, patient.rules), draft_(patient.tree) {}

  std::vector<Patch> patches() {
    std::set<std::pair<std::string, std::string>> done;
    for (const auto& occurrence : occurrences_of(patient_.diagnosis)) {
      const std::string module(capture(occurrence, "module")), symbol(capture(occurrence, "symbol"));
      if (!is_module_name(module) || !done.emplace(module, symbol).second) continue;
      if (symbol.empty() && parent_of(module).empty())
        find_package(module);
      else if (symbol.empty())
        find_module(module);
      else if (is_python_name(symbol))
        find_function(module, symbol);
    }
    return draft_.patches();
  }

 private:
  std::vector<EntryPoint> points_of(const std::string& module) const {
    std::vector<EntryPoint> points;
    for (const auto& path : patient_.tree.list()) {
      const auto text = has_entry_points(path) ? draft_.read(path) : std::nullopt;
      if (!text) continue;
      const auto written = module + ":";
      for (auto at = text->find(written); at != std::string::npos; at = text->find(written, at + 1)) {
        const bool begins = at == 0 || contains("\"' =\t\n", std::string_view(*text).substr(at - 1, 1));
        const std::string function(word_at(*text, at + written.size()));
        if (begins && is_python_name(function)) points.push_back({path, at, function});
      }
    }
    return points;
  }

  bool defines(const std::string& path, const std::set<std::string>& functions) const {
    const auto text = patient_.tree.read(path).value_or("");
    if (!std::ranges::all_of(functions, [&](const auto& one) { return contains(text, one); })) return false;
    const auto names = defined_names(PythonSource(text));
    return std::ranges::all_of(functions, [&](const auto& one) { return is_among(one, names); });
  }

  // The module in which all the functions live: of those of the same name elsewhere in the package, else of those beside it,
  // else, for names that not every module has, of all of the package the only one. Nothing where none or several could be meant.
  std::optional<std::string> home_of(const std::set<std::string>& functions, const std::string& module) const {
    std::vector<std::string> like, beside, all;
    for (const auto& [one, path] : project_.modules_beside(module)) {
      if (one == module || !defines(path, functions)) continue;
      if (!std::ranges::all_of(functions, is_common)) all.push_back(one);
      if (leaf_of(one) == leaf_of(module)) like.push_back(one);
      if (parent_of(one) == parent_of(module)) beside.push_back(one);
    }
    for (const auto& found : {like, beside, all}) {
      if (!found.empty()) return found.size() == 1 ? std::optional(found[0]) : std::nullopt;
    }
    return std::nullopt;
  }

  void point_to(const std::vector<EntryPoint>& points, const std::string& module, const std::string& home) {
    std::map<std::string, std::vector<Edit>> edits;
    for (const auto& point : points) edits[point.file].push_back({point.offset, module.size(), home});
    for (auto& [file, of_file] : edits) draft_.edit(file, std::move(of_file));
  }

  // The packages of the project, by the names that they are imported by.
  std::set<std::string> own_packages() const {
    std::set<std::string> names;
    for (const auto& path : python_files(patient_.tree, is_no_test_file)) {
      const auto name = name_of(path) == "__init__.py" && !is_vendored(path) ? project_.module_of(path) : "";
      if (is_python_name(name)) names.insert(name);
    }
    return names;
  }

  // Does the package have all that the entry points ask another one for?
  bool has_all(const std::string& package, const std::string& gone, const std::set<std::string>& modules) const {
    return std::ranges::all_of(modules, [&](const std::string& module) {
      const auto file = project_.file_of(package + module.substr(gone.size()));
      std::set<std::string> functions;
      for (const auto& point : points_of(module)) functions.insert(point.function);
      return file && defines(*file, functions);
    });
  }

  // Is that the package's name of today: the newest commit took the old one away, or the project is called so? No entry point asks for
  // it yet, which would be another program.
  bool is_called_today(const std::string& gone, const std::string& package) const {
    if (!modules_asked_for(package).empty()) return false;
    const bool was_there = std::ranges::any_of(patient_.last_commit.before, [&](const auto& one) {
      return one.second && !patient_.tree.has(one.first) && is_in(project_.module_of(one.first), gone);
    });
    return was_there || std::ranges::any_of(own_projects(patient_.tree), [&](const OwnProject& one) {
             return normalized_package(one.name) == normalized_package(package);
           });
  }

  // The package has another name: the only one that has all of the modules, with their functions. Nothing of the project imports the
  // one that is gone, as one that is installed would be.
  void find_package(const std::string& gone) {
    if (project_.is_own(gone, {}) || project_.is_standard(gone) || !project_.importers(gone).empty()) return;
    const auto modules = modules_asked_for(gone);
    std::vector<std::string> found;
    for (const auto& package : own_packages()) {
      if (!modules.empty() && has_all(package, gone, modules)) found.push_back(package);
    }
    if (found.size() != 1 || !is_called_today(gone, found[0])) return;
    for (const auto& module : modules) point_to(points_of(module), module, found[0] + module.substr(gone.size()));
  }

  // "stencil.cli" of `stencil-render = "stencil.cli:main"`
  std::set<std::string> modules_asked_for(const std::string& package) const {
    std::set<std::string> modules;
    for (const auto& path : patient_.tree.list()) {
      const auto text = has_entry_points(path) ? draft_.read(path) : std::nullopt;
      for (const auto at : text ? words_in(*text, package) : std::vector<std::size_t>{}) {
        auto end = at;
        while (end < text->size() && (is_word_byte((*text)[end]) || (*text)[end] == '.')) ++end;
        const auto module = text->substr(at, end - at);
        if (is_module_name(module) && !points_of(module).empty()) modules.insert(module);
      }
    }
    return modules;
  }

  // The package is there and has no such module.
  void find_module(const std::string& module) {
    if (parent_of(module).empty() || project_.file_of(module) || !project_.is_own(module, {})) return;
    const auto points = points_of(module);
    std::set<std::string> functions;
    for (const auto& point : points) functions.insert(point.function);
    if (functions.empty()) return;
    auto home = moved_module(patient_, project_, module);
    if (!home) home = home_of(functions, module);
    if (home && !home->empty()) point_to(points, module, *home);
  }

  // The module is there and has no such function: it has another name, or lives in another module.
  void find_function(const std::string& module, const std::string& symbol) {
    const auto file = project_.file_of(module);
    const auto text = file ? patient_.tree.read(*file) : std::nullopt;
    if (!text || binds_at_top(PythonSource(*text), symbol)) return;
    auto points = points_of(module);
    std::erase_if(points, [&](const auto& point) { return point.function != symbol; });
    if (points.empty()) return;
    const auto right = only_near(defined_names(PythonSource(*text)), symbol);
    const auto home = right.empty() ? home_of({symbol}, module) : std::nullopt;
    if (home) return point_to(points, module, *home);
    if (right.empty()) return;
    std::map<std::string, std::vector<Edit>> edits;
    for (const auto& point : points)
      edits[point.file].push_back({point.offset + module.size() + 1, symbol.size(), right});
    for (auto& [name, of_file] : edits) draft_.edit(name, std::move(of_file));
  }

  const Patient& patient_;
  PythonProject project_;
  Draft draft_;
};

}  // namespace

std::vector<Patch> fix_entry_point(const Patient& patient) { return EntryPointFixer(patient).patches(); }

}  // namespace regreen
