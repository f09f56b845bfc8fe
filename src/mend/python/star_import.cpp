// python.name-star-imports: `from x import *` becomes an import of the names that are used (F403, F405, W0401). They are known from what
// the linter lists and from what modules of the project define; where one might come from two libraries, nothing is done.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/python/fixers.h"
#include "mend/python/names.h"
#include "mend/python/project.h"
#include "mend/trace.h"

#include <algorithm>
#include <map>
#include <set>

namespace regreen {
namespace {

using Names = std::set<std::string, std::less<>>;

constexpr std::size_t line_max = 79;  // what a line of imports may have by PEP 8

bool is_about_stars(std::string_view code) {
  return code == "F403" || code == "F405" || code == "W0401" || code == "W0614";
}

// 'pi' may be undefined, or defined from star imports: math
std::string used_name(const Occurrence& occurrence) {
  if (capture(occurrence, "code") != "F405") return "";
  for (const auto* quote : {"'", "`"}) {
    const auto name = between(occurrence.at.text, quote, quote);
    if (is_python_name(name)) return std::string(name);
  }
  return "";
}

// What a star import of a module of the project binds: what __all__ lists, else all names without an underscore.
Names handed_out(const PythonSource& source) {
  Names names;
  for (const auto& one : source.statements()) {
    if (one.indent > 0 || !source.is(one.first, "__all__") || !source.is(one.first + 1, "=")) continue;
    for (auto i = one.first; i < one.last; ++i) {
      const auto text = source.text(i);
      if (source.tokens()[i].kind == PyKind::string && text.size() > 2) names.emplace(text.substr(1, text.size() - 2));
    }
    return names;
  }
  for (const auto& name : names_at_top(source)) {
    if (!name.starts_with('_')) names.insert(name);
  }
  return names;
}

class Namer {
 public:
  Namer(const Tree& tree, const PythonProject& project, const std::string& file)
      : tree_(tree), project_(project), file_(file) {}

  /// Edits for the file's star imports, of which the linter lists these names as used.
  std::vector<Edit> name(const PythonSource& source, Names used) const {
    std::vector<PyImport> stars;
    for (auto& one : imports_of(source)) {
      if (one.names.size() == 1 && one.names[0].name == "*") stars.push_back(std::move(one));
    }
    const bool is_listed = !used.empty();
    if (stars.empty() || is_asked_by_others()) return {};
    std::vector<Names> taken(stars.size());
    std::vector<std::size_t> foreign;
    for (auto i = stars.size(); i-- > 0;) {  // the last one wins
      const auto known = names_of(stars[i]);
      if (!known) {
        foreign.push_back(i);
        continue;
      }
      for (const auto& name : *known) {
        const bool is_used = is_listed ? used.erase(name) > 0 : !spots_of(source, name).empty();
        if (is_used && !is_taken(taken, name)) taken[i].insert(name);
      }
    }
    if (!used.empty() && foreign.size() != 1) return {};
    if (!foreign.empty() && !is_listed) return {};  // which of its names are used, nobody says
    if (!used.empty()) taken[foreign[0]] = std::move(used);
    std::vector<Edit> edits;
    for (std::size_t i = 0; i < stars.size(); ++i) edits.push_back(named(source, stars[i], taken[i]));
    return edits;
  }

 private:
  static bool is_taken(const std::vector<Names>& all, const std::string& name) {
    return std::ranges::any_of(all, [&](const Names& names) { return names.contains(name); });
  }

  // Nothing for a library.
  std::optional<Names> names_of(const PyImport& star) const {
    const auto home = project_.file_of(project_.imported_module(file_, star.module));
    const auto text = home ? tree_.read(*home) : std::nullopt;
    return text ? std::optional(handed_out(PythonSource(*text))) : std::nullopt;
  }

  // Others may get from here what the stars bring: a package, or a module that is imported with a star itself.
  bool is_asked_by_others() const {
    if (name_of(file_) == "__init__.py" || name_of(file_) == "conftest.py") return true;
    const auto me = project_.module_of(file_);
    const auto files = python_files(tree_);
    return std::ranges::any_of(files, [&](const std::string& path) {
      const auto text = path == file_ ? std::nullopt : tree_.read(path);
      if (!text || !contains(*text, leaf_of(me))) return false;
      const auto all = imports_of(PythonSource(*text));
      return std::ranges::any_of(all, [&](const PyImport& one) {
        return one.is_from && project_.imported_module(path, one.module) == me && !defines_all(one);
      });
    });
  }

  bool defines_all(const PyImport& one) const {
    const auto text = tree_.read(file_);
    const auto known = names_at_top(PythonSource(*text));
    return std::ranges::all_of(one.names, [&](const ImportedName& name) { return known.contains(name.name); });
  }

  static Edit named(const PythonSource& source, const PyImport& star, const Names& names) {
    const auto& [first, last, begin, end, indent, line, last_line] = star.statement;
    if (names.empty()) return {begin, end - begin, ""};
    const std::string text = "from " + star.module + " import " + join(std::vector(names.begin(), names.end()), ", ");
    const auto at = source.tokens()[first].offset, length = end_of(source.tokens()[last - 1]) - at;
    if (indent + text.size() <= line_max) return {at, length, text};
    std::string rows = "from " + star.module + " import (\n";
    for (const auto& name : names) rows += std::string(indent + 4, ' ') + name + ",\n";
    return {at, length, rows + std::string(indent, ' ') + ")"};
  }

  const Tree& tree_;
  const PythonProject& project_;
  const std::string& file_;
};

}  // namespace

std::vector<Patch> name_star_imports(const Patient& patient) {
  std::map<std::string, Names> all;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    auto places = places_of(patient.tree, occurrence);
    if (places.empty()) places = places_around(patient.tree, occurrence);  // ruff's full form has it below
    if (places.empty() || !places[0].file.ends_with(".py") || !is_about_stars(capture(occurrence, "code"))) continue;
    auto& names = all[places[0].file];
    if (auto name = used_name(occurrence); !name.empty()) names.insert(std::move(name));
  }
  const PythonProject project(patient.tree, patient.rules);
  Draft draft(patient.tree);
  for (const auto& [file, names] : all) {
    if (const auto text = draft.read(file))
      draft.edit(file, Namer(patient.tree, project, file).name(PythonSource(*text), names));
  }
  return draft.patches();
}

}  // namespace regreen
