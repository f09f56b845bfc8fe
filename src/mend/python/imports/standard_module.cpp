// python.use-standard: a package that the project asks for on older Pythons only, since newer ones have the same in their standard
// library, is imported on all of them. Newer ones import their own, older ones the package as before.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/imports/conditional_import.h"
#include "mend/python/imports/module_move.h"
#include "mend/python/language/import.h"
#include "mend/python/language/names.h"
#include "mend/python/language/project.h"
#include "mend/python/language/python_floor.h"
#include "mend/python/packages/older_python.h"

#include <algorithm>
#include <set>

namespace regreen {
namespace {

constexpr std::string_view step = "    ";

/// A backport, and the first Python 3 on which it is not installed.
struct Backport {
  std::string module;
  long minor = 0;
};

// Where the standard library has a name of the backport, on all the Pythons that do without it.
std::optional<std::string> standard_home(const RuleSet& rules, const Backport& backport, const std::string& name) {
  if (backport.module == "typing_extensions") {
    const auto row = rules.table("python-newer").find("typing." + name);
    const auto since = row == rules.table("python-newer").end() ? std::nullopt : minor_behind(row->second, "");
    return since && *since <= backport.minor ? std::optional("typing." + name) : std::nullopt;
  }
  const auto row = rules.table("python-backports").find(backport.module + "." + name);
  if (row == rules.table("python-backports").end()) return std::nullopt;
  const auto since = minor_behind(row->second, " since ");
  return since && *since <= backport.minor ? std::optional(row->second.substr(0, row->second.find(' '))) : std::nullopt;
}

// The only module that has all the names, by the same names.
std::optional<std::string> standard_module(const RuleSet& rules, const Backport& backport,
                                           const std::set<std::string>& names) {
  std::set<std::string> homes;
  for (const auto& name : names) {
    const auto home = standard_home(rules, backport, name);
    if (!home || leaf_of(*home) != name) return std::nullopt;
    homes.emplace(parent_of(*home));
  }
  return homes.size() == 1 ? std::optional(*homes.begin()) : std::nullopt;
}

// The backports that the log may mean: "No module named 'backports'" stops at the first part.
std::set<std::string> backports_in(const RuleSet& rules, std::string_view module) {
  std::set<std::string> all;
  if (module == "typing_extensions") all.emplace(module);
  for (const auto& [name, home] : rules.table("python-backports")) {
    if (is_in(parent_of(name), module)) all.emplace(parent_of(name));
  }
  return all;
}

std::string indented(std::string_view text, std::string_view indent) {
  const std::string end(line_end(text));
  return std::string(indent) + std::string(step) + replace_all(std::string(text), end, end + std::string(step));
}

class Importer {
 public:
  Importer(const Patient& patient, const PythonProject& project, const Backport& backport, const std::string& file,
           std::string text)
      : patient_(patient), project_(project), backport_(backport), file_(file), text_(std::move(text)) {}

  /// The file with both; nothing where no import of it is plain.
  std::optional<std::string> run() {
    const PythonSource source(text_);
    const auto home = standard_module(patient_.rules, backport_, names_from(project_, file_, source, backport_.module));
    if (!home) return std::nullopt;
    std::vector<Edit> edits;
    for (const auto& one : imports_of(source)) {
      if (auto edit = with_standard(source, one, *home)) edits.push_back(std::move(*edit));
    }
    if (edits.empty()) return std::nullopt;
    const auto first = edits.front().offset;
    auto after = apply_edits(text_, std::move(edits));
    if (!after) return std::nullopt;
    return is_newer_only() ? std::move(*after) : with_sys(source, *after, first);
  }

 private:
  bool is_newer_only() const { return oldest_python(patient_.tree) >= backport_.minor; }

  std::optional<Edit> with_standard(const PythonSource& source, const PyImport& one, const std::string& home) const {
    const auto begin = source.tokens()[one.statement.first].offset;
    const auto end = end_of(source.tokens()[one.statement.last - 1]);
    const auto standard = standard_import(source, one, home, begin, end);
    if (!standard || is_conditional(source, one)) return std::nullopt;
    if (is_newer_only()) return Edit{begin, end - begin, *standard};
    const auto old = source.text().substr(begin, end - begin);
    const std::string indent(indentation(source.text().substr(one.statement.begin))), line(line_end(source.text()));
    return Edit{begin, end - begin,
                "if sys.version_info >= (3, " + std::to_string(backport_.minor) + "):" + line +
                    indented(*standard, indent) + line + indent + "else:" + line + indented(old, indent)};
  }

  // The same statement, from the standard library.
  std::optional<std::string> standard_import(const PythonSource& source, const PyImport& one, const std::string& home,
                                             std::size_t begin, std::size_t end) const {
    if (one.is_from && one.module == backport_.module) {
      std::string text(source.text().substr(begin, end - begin));
      return text.replace(one.module_offset - begin, one.module.size(), home);
    }
    if (one.names.size() != 1 || project_.imported_name(file_, one, one.names[0]) != backport_.module)
      return std::nullopt;
    const auto bound = one.names[0].bound();
    const bool is_dotted = !one.is_from && one.names[0].alias.empty() && contains(backport_.module, ".");
    if (is_dotted || !is_used_by_attributes(source, bound)) return std::nullopt;
    const auto parent = contains(home, ".") ? "from " + std::string(parent_of(home)) + " " : "";
    const auto alias = leaf_of(home) == bound ? "" : " as " + std::string(bound);
    return parent + "import " + std::string(leaf_of(home)) + alias;
  }

  static bool is_used_by_attributes(const PythonSource& source, std::string_view name) {
    return std::ranges::all_of(uses_of(source, name), [&](auto use) { return source.is(use + 1, "."); });
  }

  // `sys` has to be there before it is asked; what was there is that of the text before.
  std::optional<std::string> with_sys(const PythonSource& before, const std::string& after, std::size_t first) const {
    for (const auto& one : top_imports(before)) {
      const auto is_sys = [](const auto& name) { return name.name == "sys" && name.alias.empty(); };
      if (one.is_from || !std::ranges::any_of(one.names, is_sys)) continue;
      return one.statement.begin < first ? std::optional(after) : std::nullopt;
    }
    if (binds_at_top(before, "sys")) return std::nullopt;
    const auto group = [&](std::string_view module) { return project_.group_of(module, file_); };
    const auto edit = add_import(PythonSource(after), "import sys", group);
    auto whole = edit ? apply_edits(after, {*edit}) : std::string();
    return whole && !whole->empty() ? std::optional(std::move(*whole)) : std::nullopt;
  }

  const Patient& patient_;
  const PythonProject& project_;
  const Backport& backport_;
  const std::string& file_;
  std::string text_;
};

// Does the log show a Python that has no such module of its own?
bool runs_older_python(const Occurrence& occurrence, long minor) {
  return std::ranges::any_of(lines_of(occurrence), [&](const auto& line) {
    const auto running = minor_behind(line, "/python");
    return running && *running < minor;
  });
}

// The files of the projects that the log speaks of, as far as they import the module; none where the failure is not theirs.
std::vector<std::string> importers_of(const Patient& patient, const PythonProject& project,
                                      const Occurrence& occurrence, const std::string& module) {
  std::set<std::string> folders;
  const auto importers = project.importers(module);
  for (const auto& place : places_of(patient.tree, occurrence)) {
    if (is_among(place.file, importers)) folders.insert(python_project_of(patient.tree, place.file));
  }
  std::vector<std::string> files;
  for (const auto& file : importers) {
    if (!is_vendored(file) && folders.size() == 1 && folders.contains(python_project_of(patient.tree, file)))
      files.push_back(file);
  }
  return files;
}

}  // namespace

std::vector<Patch> use_standard_module(const Patient& patient) {
  Draft draft(patient.tree);
  const PythonProject project(patient.tree, patient.rules);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    for (const auto& module : backports_in(patient.rules, capture(occurrence, "module"))) {
      const auto files = importers_of(patient, project, occurrence, module);
      const auto minor = files.empty()
                             ? std::nullopt
                             : older_python_bound(patient.tree, python_project_of(patient.tree, files[0]), module);
      if (!minor || runs_older_python(occurrence, *minor)) continue;
      for (const auto& file : files) {
        const auto text = draft.read(file);
        auto after = text ? Importer(patient, project, {module, *minor}, file, *text).run() : std::nullopt;
        if (after) draft.write(file, std::move(*after));
      }
    }
  }
  return draft.patches();
}

}  // namespace regreen
