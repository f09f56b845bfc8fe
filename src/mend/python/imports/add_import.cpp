// python.add-import: imports a name that a file uses and nobody defines: one of the usual names, one that other files
// of the project import, or one that a single module of the project defines.

#include "base/among.h"
#include "base/character.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/language/before.h"
#include "mend/python/language/names.h"
#include "mend/python/language/project.h"
#include "mend/python/packages/dependency_home.h"

#include <algorithm>
#include <array>
#include <map>

namespace regreen {
namespace {

std::string module_in(std::string_view statement) {
  const auto words = split(statement, ' ');
  return words.size() > 1 ? std::string(words[1]) : std::string();
}

std::string statement_of(const PyImport& one, const ImportedName& name) {
  const auto as = name.alias.empty() ? "" : " as " + name.alias;
  return one.is_from ? "from " + one.module + " import " + name.name + as : "import " + name.name + as;
}

// The import at the top of a file that binds a name there.
std::optional<std::string> statement_in(const PythonSource& source, std::string_view name) {
  for (const auto& one : top_imports(source)) {
    for (const auto& imported : one.names) {
      if (imported.bound() == name && imported.name != "*") return statement_of(one, imported);
    }
  }
  return std::nullopt;
}

// Does a statement bind a name: as a parameter, a variable, by `for`, `as`, `def`?
bool is_bound_by(const PythonSource& source, const PyStatement& one, std::string_view name) {
  static constexpr auto fronts = std::to_array<std::string_view>({"def", "class", "as", "for"});
  static constexpr auto of_parameters = std::to_array<std::string_view>({"(", ",", "*", "**"});
  static constexpr auto behind_targets = std::to_array<std::string_view>({"=", ",", ":", ":=", "in"});
  const auto first = source.is(one.first, "async") ? one.first + 1 : one.first;
  for (auto i = one.first; i < one.last; ++i) {
    if (!source.is(i, name) || source.is(i - 1, ".")) continue;
    const auto front = source.text(i - 1);
    if (is_among(front, fronts) || source.is(i + 1, ":=")) return true;
    if (source.is(first, "def") && source.tokens()[i].depth == 1 && is_among(front, of_parameters)) return true;
    if (source.tokens()[i].depth > 0 || !is_among(source.text(i + 1), behind_targets)) continue;
    for (auto next = i + 1; next < one.last; ++next) {
      const bool assigns = source.is(next, "=") || (source.is(next, "in") && source.is(first, "for"));
      if (assigns && source.tokens()[next].depth == 0) return true;
    }
  }
  return false;
}

bool binds(const PythonSource& source, std::string_view name) {
  return binds_at_top(source, name) ||
         std::ranges::any_of(source.statements(), [&](const auto& one) { return is_bound_by(source, one, name); });
}

// Does a module define a name for others to use: a function, a class, a constant? A variable of its own, as `logger` or `app`, is
// another module's.
bool is_for_all(const PythonSource& source, std::string_view name) {
  if (std::ranges::none_of(name, is_lower)) return true;
  return std::ranges::any_of(uses_of(source, name), [&](std::size_t use) {
    return use > 0 && (source.is(use - 1, "def") || source.is(use - 1, "class"));
  });
}

class ImportFinder {
 public:
  ImportFinder(const Patient& patient, const PythonProject& project) : patient_(patient), project_(project) {}

  /// The statements that may import the name into the file, likeliest first: the one that the newest commit lost, else how the
  /// project imports it elsewhere, else the only home it can have.
  std::vector<std::string> statements_for(const std::string& name, const std::string& file,
                                          const PythonSource& source) const {
    if (const auto before = text_before(patient_, file)) {
      const PythonSource earlier(*before);
      if (auto lost = statement_in(earlier, name)) return {std::move(*lost)};
      if (binds(earlier, name)) return {};
    }
    std::vector<std::string> statements = imported_elsewhere(name, file);
    if (!statements.empty()) return statements;
    const auto& names = patient_.rules.table("python-names");
    const auto usual = names.find(name);
    if (usual != names.end() && fits(usual->second, name, source) && is_available(module_in(usual->second), file)) {
      statements.push_back(usual->second);
    }
    if (auto own = defined_in_project(name, file)) statements.push_back(std::move(*own));
    return statements.size() == 1 ? statements : std::vector<std::string>{};  // whose is meant, nothing tells
  }

 private:
  // A module is used by its attributes; `datetime.datetime` is the module, `datetime(…)` the class.
  static bool fits(const std::string& statement, std::string_view name, const PythonSource& source) {
    if (statement.starts_with("from ")) return true;
    const auto uses = uses_of(source, name);
    return std::ranges::all_of(uses, [&](std::size_t use) { return source.is(use + 1, "."); });
  }

  bool is_available(const std::string& module, const std::string& file) const {
    if (project_.is_standard(module) || project_.is_own(module, {file})) return true;
    const auto top = top_of(module);
    if (!project_.importers(top).empty()) return true;
    const auto package = project_.package_of(module, {file});
    const auto homes = dependency_homes(patient_.tree);
    return package && std::ranges::any_of(homes, [&](const auto& home) { return declares(home, *package); });
  }

  // How other files of the project import the name, where they agree.
  std::vector<std::string> imported_elsewhere(const std::string& name, const std::string& file) const {
    std::map<std::string, std::size_t> counts;
    for (const auto& path : python_files(patient_.tree)) {
      const auto text = path == file ? std::nullopt : patient_.tree.read(path);
      if (!text || !contains(*text, name)) continue;
      const PythonSource source(*text);
      for (const auto& one : imports_of(source)) {
        if (one.module.starts_with('.')) continue;
        for (const auto& imported : one.names) {
          if (imported.bound() == name && imported.name != "*") ++counts[statement_of(one, imported)];
        }
      }
    }
    if (counts.size() != 1) return {};
    return {counts.begin()->first};
  }

  // The only module of the project that defines the name.
  std::optional<std::string> defined_in_project(const std::string& name, const std::string& file) const {
    std::vector<std::string> homes;
    for (const auto& path : python_files(patient_.tree, is_no_test_file)) {
      const auto text = path == file ? std::nullopt : patient_.tree.read(path);
      if (!text || !contains(*text, name)) continue;
      const PythonSource source(*text);
      if (is_among(name, defined_names(source)) && is_for_all(source, name)) homes.push_back(path);
    }
    if (homes.size() != 1) return std::nullopt;
    const auto module = project_.module_of(homes[0]);
    if (!is_module_name(module)) return std::nullopt;
    return "from " + module + " import " + name;
  }

  const Patient& patient_;
  const PythonProject& project_;
};

// `name` of "name 'x' is not defined", "undefined name 'x'", or what the rule captured.
std::string missing_name(const Occurrence& occurrence) {
  auto name = std::string(capture(occurrence, "symbol"));
  if (!is_python_name(name)) {
    const std::string_view line = occurrence.at.text;
    for (const std::string_view lead : {"name '", "name `", "Undefined variable '", "Name \""}) {
      const auto at = line.find(lead);
      if (at == std::string_view::npos) continue;
      const auto rest = line.substr(at + lead.size());
      name = rest.substr(0, rest.find_first_of("'`\""));
      break;
    }
  }
  return is_python_name(name) ? name : "";
}

// A name of Python 2 is called otherwise today.
bool rename_builtin(const std::string& file, const std::string& name, std::string_view today, Draft& draft) {
  const auto text = draft.read(file);
  const PythonSource source(*text);
  std::vector<Edit> edits;
  for (const auto use : uses_of(source, name))
    edits.push_back({source.tokens()[use].offset, name.size(), std::string(today)});
  return !edits.empty() && draft.edit(file, std::move(edits));
}

// Is the name free in this file, that is: used, and bound by nothing at all?
bool is_missing(const PythonSource& source, const std::string& name) {
  const auto uses = uses_of(source, name);
  if (uses.empty() || binds_at_top(source, name)) return false;
  return std::ranges::none_of(uses, [&](std::size_t use) {
    const bool parameter =
        use > 0 && (source.is(use - 1, "def") || source.is(use - 1, "class") || source.is(use - 1, "as"));
    return parameter || (source.is(use + 1, "=") && source.tokens()[use].depth == 0);
  });
}

}  // namespace

std::vector<Patch> add_python_import(const Patient& patient) {
  const PythonProject project(patient.tree, patient.rules);
  const ImportFinder finder(patient, project);
  const auto& names = patient.rules.table("python-names");
  constexpr std::size_t choices_max = 3;
  std::vector<Patch> patches;
  for (std::size_t choice = 0; choice < choices_max; ++choice) {
    Draft draft(patient.tree);
    bool has_choice = choice == 0;
    for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
      const auto name = missing_name(occurrence);
      for (const auto& place : places_of(patient.tree, occurrence)) {
        const auto text = draft.read(place.file);
        if (name.empty() || !text || !place.file.ends_with(".py")) continue;
        const PythonSource source(*text);
        if (!is_missing(source, name)) continue;
        if (const auto row = names.find(name); row != names.end() && row->second.starts_with("builtins.")) {
          rename_builtin(place.file, name, std::string_view(row->second).substr(9), draft);
          continue;
        }
        const auto statements = finder.statements_for(name, place.file, source);
        if (statements.empty()) continue;
        if (choice < statements.size()) has_choice = true;
        const auto group = [&](std::string_view module) { return project.group_of(module, place.file); };
        const auto edit = add_import(source, statements[std::min(choice, statements.size() - 1)], group);
        if (edit) draft.edit(place.file, {*edit});
      }
    }
    if (!has_choice || draft.patch().empty()) break;
    if (!is_among(draft.patch(), patches)) patches.push_back(draft.patch());
  }
  return patches;
}

}  // namespace regreen
