// python.name-star-imports: `from x import *` becomes an import of the names that are used (F403, F405, W0401). They are known from what
// the linter lists and from what modules of the project define; where one might come from two libraries, nothing is done.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/python/fixers.h"
#include "mend/python/language/names.h"
#include "mend/python/language/project.h"
#include "mend/trace.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
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

// What a star import of a module of the standard library hides of Python's own names, which no linter lists; nothing for a module of which
// that is not known.
std::optional<Names> hidden_by(std::string_view module) {
  constexpr auto hiding = std::to_array<std::pair<std::string_view, std::string_view>>({{"math", "pow"},
                                                                                        {"os", "open"},
                                                                                        {"enum", "property"},
                                                                                        {"codecs", "open"},
                                                                                        {"io", "open"},
                                                                                        {"operator", "abs pow"}});
  constexpr auto others = std::to_array<std::string_view>(
      {"collections", "ctypes", "dataclasses", "datetime", "decimal", "fractions", "functools", "itertools", "os.path",
       "pathlib", "random", "statistics", "string", "struct", "time", "tkinter", "typing", "unittest"});
  const auto row = std::ranges::find(hiding, module, [](const auto& one) { return one.first; });
  if (row == hiding.end()) return is_among(module, others) ? std::optional(Names()) : std::nullopt;
  Names names;
  for (const auto word : split(row->second, ' ')) names.emplace(word);
  return names;
}

class Namer {
 public:
  Namer(const Tree& tree, const PythonProject& project, const std::string& file)
      : tree_(tree), project_(project), file_(file) {}

  /// Edits for the file's star imports, of which the linter lists these names as used; none where a name might come from elsewhere.
  std::vector<Edit> name(const PythonSource& source, Names listed) const {
    std::vector<PyImport> stars;
    for (auto& one : imports_of(source)) {
      if (one.names.size() == 1 && one.names[0].name == "*") stars.push_back(std::move(one));
    }
    if (stars.empty() || is_asked_by_others()) return {};
    std::vector<Names> taken(stars.size());
    const PyImport* library = nullptr;
    for (auto i = stars.size(); i-- > 0;) {  // the last one wins
      // What a library brings is not known, but for what is listed: it may hide what comes before it.
      if (library != nullptr) return {};
      const auto own = text_of(stars[i]);
      if (own && brings_more(*own)) return {};
      if (!own) library = &stars[i];
      const auto known = own ? std::optional(handed_out(PythonSource(*own))) : hidden_by(stars[i].module);
      if (!known || (!own && listed.empty())) return {};
      for (const auto& name : *known) {
        const bool is_used = listed.erase(name) > 0 || !spots_of(source, name).empty();
        if (is_used && !is_taken(taken, name)) taken[i].insert(name);
      }
    }
    if (library != nullptr) taken[static_cast<std::size_t>(library - stars.data())].merge(listed);
    if (!listed.empty() || std::ranges::any_of(taken, &Names::empty)) return {};  // one might be there for what it does
    std::vector<Edit> edits;
    for (std::size_t i = 0; i < stars.size(); ++i) edits.push_back(named(source, stars[i], taken[i]));
    return edits;
  }

 private:
  static bool is_taken(const std::vector<Names>& all, const std::string& name) {
    return std::ranges::any_of(all, [&](const Names& names) { return names.contains(name); });
  }

  // Of a module of the project; nothing for a library.
  std::optional<std::string> text_of(const PyImport& star) const {
    const auto home = project_.file_of(project_.imported_module(file_, star.module));
    return home ? tree_.read(*home) : std::nullopt;
  }

  // Than what its own text defines: what it takes by a star itself, fixtures that tests get without naming them, names that are made.
  static bool brings_more(std::string_view text) {
    constexpr auto signs = std::to_array<std::string_view>({"import *", "autouse", "__getattr__", "globals()"});
    return std::ranges::any_of(signs, [&](auto sign) { return contains(text, sign); });
  }

  // Others may get from here what the stars bring: a package, a module that is imported as a whole, named in a text, or asked for a name
  // that it does not define.
  bool is_asked_by_others() const {
    if (name_of(file_) == "__init__.py" || name_of(file_) == "conftest.py") return true;
    const auto me = project_.module_of(file_);
    const auto files = python_files(tree_);
    return std::ranges::any_of(files, [&](const std::string& path) {
      const auto text = path == file_ ? std::nullopt : tree_.read(path);
      if (!text || !contains(*text, leaf_of(me))) return false;
      if (contains(*text, me + ".")) return true;
      const auto all = imports_of(PythonSource(*text));
      return std::ranges::any_of(all, [&](const PyImport& one) { return takes_more(path, one, me); });
    });
  }

  bool takes_more(const std::string& path, const PyImport& one, const std::string& me) const {
    if (one.is_from && project_.imported_module(path, one.module) == me) return !defines_all(one);
    return std::ranges::any_of(one.names,
                               [&](const ImportedName& name) { return project_.imported_name(path, one, name) == me; });
  }

  bool defines_all(const PyImport& one) const {
    const auto text = tree_.read(file_);
    const auto known = names_at_top(PythonSource(*text));
    return std::ranges::all_of(one.names, [&](const ImportedName& name) { return known.contains(name.name); });
  }

  static Edit named(const PythonSource& source, const PyImport& star, const Names& names) {
    const auto& one = star.statement;
    const std::string text = "from " + star.module + " import " + join(std::vector(names.begin(), names.end()), ", ");
    const auto at = source.tokens()[one.first].offset, length = end_of(source.tokens()[one.last - 1]) - at;
    if (one.indent + text.size() <= line_max) return {at, length, text};
    std::string rows = "from " + star.module + " import (\n";
    for (const auto& name : names) rows += std::string(one.indent + 4, ' ') + name + ",\n";
    return {at, length, rows + std::string(one.indent, ' ') + ")"};
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
