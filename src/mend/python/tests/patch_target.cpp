// tests.move-patch: a test replaces a name in a module that has it no more, or is gone itself. It is replaced where the code looks
// it up today: in the module through which it is called, or in the only one that the name moved to together with its users.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/language/expression.h"
#include "mend/python/language/import.h"
#include "mend/python/language/names.h"
#include "mend/python/language/project.h"
#include "mend/python/tests/lost_names.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

namespace regreen {
namespace {

constexpr std::size_t targets_max = 20;  // modules and names that are looked for
constexpr std::size_t names_max = 100;   // of one module
constexpr auto replacers = std::to_array<std::string_view>({"patch", "setattr", "delattr"});  // by the whole name
constexpr auto object_replacers = std::to_array<std::string_view>({"object", "setattr", "delattr"});

/// Where code looks a name up: `alias.name` of a module `full`.
struct Lookup {
  std::string alias, full;

  auto operator<=>(const Lookup&) const = default;
};

// The text between the quotes of a plain string.
std::string_view inside(std::string_view literal) {
  if (literal.size() < 2 || (literal[0] != '"' && literal[0] != '\'')) return "";
  return literal.substr(1, literal.size() - 2);
}

// What code looks up under the names that the imports of a file bind.
std::vector<Lookup> lookups_in(const PythonProject& project, const std::string& file, const PythonSource& source) {
  std::vector<Lookup> lookups;
  for (const auto& one : imports_of(source)) {
    for (const auto& bound : one.names) {
      // `import a.b` binds a: what is in it is looked up as a.b.name.
      const bool is_dotted = !one.is_from && bound.alias.empty();
      Lookup lookup{is_dotted ? bound.name : std::string(bound.bound()), project.imported_name(file, one, bound)};
      if (is_module_name(lookup.full)) lookups.push_back(std::move(lookup));
    }
  }
  return lookups;
}

bool has_chain(const PythonSource& source, const std::string& chain) {
  const auto words = split(chain, '.');
  for (std::size_t i = 0; i < source.tokens().size(); ++i) {
    bool matches = source.is_name(i) && !(i > 0 && source.is(i - 1, "."));
    for (std::size_t w = 0; matches && w < words.size(); ++w)
      matches = source.is(i + 2 * w, words[w]) && (w == 0 || source.is(i + 2 * w - 1, "."));
    if (matches) return true;
  }
  return false;
}

bool uses_beside_definition(const PythonSource& source, const std::string& name) {
  return std::ranges::any_of(uses_of(source, name), [&](auto use) {
    return use == 0 || (!source.is(use - 1, "def") && !source.is(use - 1, "class"));
  });
}

// Is the token the first that patch, setattr or delattr is given?
bool is_replaced(const PythonSource& source, std::size_t i) {
  return i > 1 && source.tokens()[i].kind == PyKind::string && source.is(i - 1, "(") &&
         is_among(source.text(i - 2), replacers);
}

// Does the call of which the token is the first argument bear a name that is not there: `create=True`, `raising=False`?
bool bears_no_name(const PythonSource& source, std::size_t i) {
  const auto close = source.closing(i - 1);
  for (auto at = i + 1; close && at < *close; ++at) {
    if ((source.is(at, "create") || source.is(at, "raising")) && source.is(at + 1, "=")) return true;
  }
  return false;
}

// The name in "module.name" and "module.name.more"; "" for anything else.
std::string_view name_in(std::string_view target, std::string_view module) {
  if (!target.starts_with(module) || target.substr(module.size(), 1) != ".") return "";
  return top_of(target.substr(module.size() + 1));
}

/// Names that tests replace in a module, and where the code looks each up today.
using Homes = std::map<std::string, Lookup, std::less<>>;

class PatchMover {
 public:
  explicit PatchMover(const Patient& patient)
      : patient_(patient), project_(patient.tree, patient.rules), draft_(patient.tree) {}

  std::vector<Patch> patches() {
    std::set<std::pair<std::string, std::string>> done;
    for (const auto& occurrence : occurrences_of(patient_.diagnosis)) {
      const std::string module(capture(occurrence, "module")), name(capture(occurrence, "symbol"));
      if (!is_module_name(module) || done.size() == targets_max || !done.emplace(module, name).second) continue;
      if (name.empty()) {
        move_all(module);
      } else if (is_python_name(name)) {
        move(module, name);
        if (!draft_.patch().empty()) move_others(module);
        move_all(module + "." + name);
      }
    }
    return draft_.patches();
  }

 private:
  void move(const std::string& module, const std::string& name) {
    const auto file = project_.file_of(module);
    const auto text = file ? patient_.tree.read(*file) : std::nullopt;
    if (!text) return;
    const PythonSource source(*text);
    if (binds_at_top(source, name)) return;
    if (const auto lookup = lookup_in(source, *file, name)) return replace(module, {{name, *lookup}});
    const bool is_used =
        std::ranges::any_of(source.tokens(), [&](const auto& one) { return source.text(one) == name; });
    if (!is_used) replace(module, homes_of(module, {name}));
  }

  // The other names that the newest commit took from the module: a test stops at the first of those that it replaces.
  void move_others(const std::string& module) {
    const auto lost = names_lost(patient_, project_.file_of(module).value_or(""));
    if (lost.empty()) return;
    const auto named = files_of(patient_.tree, patient_.diagnosis);
    for (const auto& name : replaced_in(module, [&](auto path) { return is_among(path, named); })) {
      if (lost.contains(name) && !project_.file_of(module + "." + name)) move(module, name);
    }
  }

  // All that tests replace in a module of the package which is there no more.
  void move_all(const std::string& module) {
    if (parent_of(module).empty() || project_.file_of(module) || !project_.is_own(module, {})) return;
    if (const auto names = replaced_in(module, is_test_file); !names.empty()) replace(module, homes_of(module, names));
  }

  // The names of the module that tests in those files replace: patch("module.name").
  std::set<std::string> replaced_in(const std::string& module, const IsWanted& is_wanted) const {
    std::set<std::string> names;
    for_each_test([&](const std::string& path, const std::string& text) {
      if (!is_wanted(path) || !contains(text, module + ".")) return;
      const PythonSource source(text);
      for (std::size_t i = 2; i < source.tokens().size() && names.size() < names_max; ++i) {
        const auto name = replaced_at(source, i, module);
        if (is_python_name(name)) names.emplace(name);
      }
    });
    return names;
  }

  // The name of the module that a call replaces by the string at the token: patch("module.name").
  std::string_view replaced_at(const PythonSource& source, std::size_t i, const std::string& module) const {
    const auto name = is_replaced(source, i) ? name_in(inside(source.text(i)), module) : std::string_view();
    return name.empty() || (bears_no_name(source, i) && project_.file_of(module)) ? std::string_view() : name;
  }

  template <class Visit>
  void for_each_test(const Visit& visit) const {
    for (const auto& path : python_files(patient_.tree, is_test_file)) {
      if (const auto text = draft_.read(path)) visit(path, *text);
    }
  }

  // `alias.name` in the module, where all of them mean the same.
  std::optional<Lookup> lookup_in(const PythonSource& source, const std::string& file, const std::string& name) const {
    std::set<Lookup> lookups;
    for (const auto& one : lookups_in(project_, file, source)) {
      if (has_chain(source, one.alias + "." + name)) lookups.insert(one);
    }
    return lookups.size() == 1 ? std::optional(*lookups.begin()) : std::nullopt;
  }

  // Where the names live today: in the only module of the package that has all of them; else each in the only one that has it, or of
  // several in the only one that uses it by itself.
  Homes homes_of(const std::string& module, const std::set<std::string>& names) const {
    std::vector<std::string> having_all;
    std::map<std::string, std::vector<std::string>> having, using_it;
    for (const auto& [one, file] : project_.modules_beside(module)) {
      const auto text = patient_.tree.read(file).value_or("");
      if (std::ranges::none_of(names, [&](const auto& name) { return contains(text, name); })) continue;
      const PythonSource source(text);
      std::size_t count = 0;
      for (const auto& name : names) {
        if (!contains(text, name) || !binds_at_top(source, name)) continue;
        ++count;
        having[name].push_back(one);
        if (uses_beside_definition(source, name)) using_it[name].push_back(one);
      }
      if (count == names.size()) having_all.push_back(one);
    }
    Homes homes;
    for (const auto& name : names) {
      const auto& some = having[name].size() == 1 ? having[name] : using_it[name];
      const auto& found = having_all.size() == 1 ? having_all : some;
      if (found.size() == 1) homes[name] = {"", found[0]};
    }
    return homes;
  }

  void replace(const std::string& module, const Homes& homes) {
    std::map<std::string, std::vector<Edit>> edits;
    for_each_test([&](const std::string& path, const std::string& text) {
      if (std::ranges::none_of(homes, [&](const auto& home) { return contains(text, home.first); })) return;
      const PythonSource source(text);
      const auto lookups = lookups_in(project_, path, source);
      for (std::size_t i = 2; i < source.tokens().size(); ++i) {
        if (source.tokens()[i].kind != PyKind::string) continue;
        if (auto edit = by_whole_name(source, i, module, homes)) edits[path].push_back(*edit);
        for (auto& edit : by_object(source, lookups, i, module, homes)) edits[path].push_back(std::move(edit));
      }
    });
    for (auto& [path, of_file] : edits) draft_.edit(path, std::move(of_file));
  }

  // patch("module.name"), setattr("module.name", …)
  std::optional<Edit> by_whole_name(const PythonSource& source, std::size_t i, const std::string& module,
                                    const Homes& homes) const {
    const auto home = homes.find(replaced_at(source, i, module));
    if (home == homes.end()) return std::nullopt;
    return Edit{source.tokens()[i].offset + 1, module.size(), home->second.full};
  }

  // patch.object(module, "name"), setattr(module, "name", …): the name is found through the module's own import, or by its whole name.
  static std::vector<Edit> by_object(const PythonSource& source, const std::vector<Lookup>& lookups, std::size_t i,
                                     const std::string& module, const Homes& homes) {
    const auto home = homes.find(inside(source.text(i)));
    if (home == homes.end() || !source.is(i - 1, ",")) return {};
    auto first = i - 2;
    while (first > 1 && source.is(first - 1, ".")) first -= 2;
    if (first < 4 || !source.is(first - 1, "(")) return {};
    if (!is_among(source.text(first - 2), object_replacers)) return {};
    const auto begin = source.tokens()[first].offset, end = end_of(source.tokens()[i - 2]);
    const Lookup written{std::string(source.text().substr(begin, end - begin)), module};
    if (!is_among(written, lookups) || is_local(source, first, source.text(first))) return {};
    if (!home->second.alias.empty()) return {{end, 0, "." + home->second.alias}};
    return by_object_no_more(source, first, i, home->second.full);
  }

  // patch.object(module, "name") → patch("home.name"), monkeypatch.setattr(module, "name", …) → monkeypatch.setattr("home.name", …)
  static std::vector<Edit> by_object_no_more(const PythonSource& source, std::size_t first, std::size_t i,
                                             const std::string& home) {
    if (bears_no_name(source, first)) return {};
    const auto callee = first - 2;
    const bool is_patch = source.is(callee, "object") && source.is(callee - 2, "patch");
    if (!source.is(callee - 1, ".") || (!is_patch && !source.is(callee - 2, "monkeypatch"))) return {};
    if (!is_patch && source.is(callee, "object")) return {};
    const auto begin = source.tokens()[first].offset, name = source.tokens()[i].offset + 1;
    const std::string quote(1, source.text(i)[0]);
    std::vector<Edit> edits = {{begin, name - begin, quote + home + "."}};
    const auto dot = source.tokens()[callee - 1].offset;
    if (is_patch) edits.push_back({dot, end_of(source.tokens()[callee]) - dot, ""});
    return edits;
  }

  const Patient& patient_;
  PythonProject project_;
  Draft draft_;
};

}  // namespace

std::vector<Patch> move_patch_target(const Patient& patient) { return PatchMover(patient).patches(); }

}  // namespace regreen
