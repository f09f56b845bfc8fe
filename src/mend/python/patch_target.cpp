// tests.move-patch: a test replaces a name in a module that has it no more, or is gone itself. It is replaced where the code looks
// it up today: in the module through which it is called, or in the only one that the name moved to together with its users.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/import.h"
#include "mend/python/names.h"
#include "mend/python/project.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

namespace regreen {
namespace {

constexpr std::size_t files_max = 4000;
constexpr auto replacers = std::to_array<std::string_view>({"patch", "setattr", "delattr"});  // by the whole name
constexpr auto object_replacers = std::to_array<std::string_view>({"object", "setattr", "delattr"});

/// Where code looks a name up: `alias.name` of a module `full`.
struct Lookup {
  std::string alias, full;

  auto operator<=>(const Lookup&) const = default;
};

std::string_view text_at(const PythonSource& source, std::size_t token) {
  return token < source.tokens().size() ? source.text(source.tokens()[token]) : std::string_view();
}

// The text between the quotes of a plain string.
std::string_view inside(std::string_view literal) {
  if (literal.size() < 2 || (literal[0] != '"' && literal[0] != '\'')) return "";
  return literal.substr(1, literal.size() - 2);
}

class PatchMover {
 public:
  explicit PatchMover(const Patient& patient)
      : patient_(patient), project_(patient.tree, patient.rules), draft_(patient.tree) {}

  std::vector<Patch> patches() {
    std::set<std::pair<std::string, std::string>> done;
    for (const auto& occurrence : occurrences_of(patient_.diagnosis)) {
      const std::string module(capture(occurrence, "module")), name(capture(occurrence, "symbol"));
      if (!is_module_name(module) || !done.emplace(module, name).second) continue;
      if (name.empty()) {
        move_all(module);
      } else if (is_python_name(name)) {
        move(module, name);
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
    if (const auto lookup = lookup_in(source, *file, name)) return replace(module, name, *lookup);
    const bool is_used =
        std::ranges::any_of(source.tokens(), [&](const auto& one) { return source.text(one) == name; });
    if (const auto home = is_used ? std::nullopt : home_of(module, name)) replace(module, name, {"", *home});
  }

  // All that tests replace in a module of the package which is there no more.
  void move_all(const std::string& module) {
    if (parent_of(module).empty() || project_.file_of(module) || !project_.is_own(module, {})) return;
    const auto names = replaced_in(module);
    const auto together = homes_of(module, names);
    for (const auto& name : names) {
      const auto home = together.size() == 1 ? std::optional(together[0]) : home_of(module, name);
      if (home) replace(module, name, {"", *home});
    }
  }

  // The names of the module that tests replace: patch("module.name").
  std::set<std::string> replaced_in(const std::string& module) const {
    std::set<std::string> names;
    for_each_test(module + ".", [&](const std::string&, const PythonSource& source) {
      for (std::size_t i = 2; i < source.tokens().size(); ++i) {
        const auto target = is_replaced(source, i) ? inside(source.text(source.tokens()[i])) : std::string_view();
        if (!target.starts_with(module + ".")) continue;
        const auto rest = target.substr(module.size() + 1);
        const auto name = rest.substr(0, rest.find('.'));
        if (is_python_name(name)) names.emplace(name);
      }
    });
    return names;
  }

  // The modules of the package that have all of the names.
  std::vector<std::string> homes_of(const std::string& module, const std::set<std::string>& names) const {
    std::vector<std::string> homes;
    for_each_module(module, [&](const std::string& one, const PythonSource& source) {
      const bool has_all = std::ranges::all_of(names, [&](const auto& name) { return binds_at_top(source, name); });
      if (has_all && is_module_name(one)) homes.push_back(one);
    });
    return homes;
  }

  template <class Visit>
  void for_each_test(const std::string& word, const Visit& visit) const {
    std::size_t read = 0;
    for (const auto& path : patient_.tree.list()) {
      if (!path.ends_with(".py") || !is_test_file(path) || ++read > files_max) continue;
      if (const auto text = draft_.read(path); text && contains(*text, word)) visit(path, PythonSource(*text));
    }
  }

  // The modules of the same package, but those of tests.
  template <class Visit>
  void for_each_module(const std::string& module, const Visit& visit) const {
    const auto top = module.substr(0, module.find('.'));
    std::size_t read = 0;
    for (const auto& path : patient_.tree.list()) {
      if (!path.ends_with(".py") || is_test_file(path) || ++read > files_max) continue;
      const auto one = project_.module_of(path);
      const auto text = one == top || one.starts_with(top + ".") ? patient_.tree.read(path) : std::nullopt;
      if (text) visit(one, PythonSource(*text));
    }
  }

  // The module that an import of a file means.
  std::string absolute(const std::string& file, std::string_view module) const {
    const auto dots = std::min(module.find_first_not_of('.'), module.size());
    if (dots == 0) return std::string(module);
    auto folder = std::string(folder_of(file));
    for (std::size_t i = 1; i < dots; ++i) folder = std::string(folder_of(folder));
    const auto base = project_.module_of(path_in(folder, "__init__.py"));
    const auto rest = std::string(module.substr(dots));
    return base.empty() || rest.empty() ? base + rest : base + "." + rest;
  }

  // `alias.name` in the module, where all of them mean the same.
  std::optional<Lookup> lookup_in(const PythonSource& source, const std::string& file, const std::string& name) const {
    std::set<Lookup> lookups;
    for (const auto& one : imports_of(source)) {
      for (const auto& bound : one.names) {
        const auto module = one.is_from ? absolute(file, one.module) : bound.name;
        const auto full = one.is_from ? module + "." + bound.name : module;
        // `import a.b` binds a: it is looked up as a.b.name.
        const bool is_dotted = !one.is_from && bound.alias.empty();
        const auto alias = is_dotted ? bound.name : std::string(bound.bound());
        if (is_module_name(full) && has_chain(source, alias, name)) lookups.insert({alias, full});
      }
    }
    return lookups.size() == 1 ? std::optional(*lookups.begin()) : std::nullopt;
  }

  static bool has_chain(const PythonSource& source, const std::string& alias, const std::string& name) {
    std::vector<std::string_view> words;
    const auto chain = alias + "." + name;
    for (const auto word : split(chain, '.')) words.push_back(word);
    for (std::size_t i = 0; i < source.tokens().size(); ++i) {
      bool matches = source.is_name(i) && !(i > 0 && source.is(i - 1, "."));
      for (std::size_t w = 0; matches && w < words.size(); ++w)
        matches = source.is(i + 2 * w, words[w]) && (w == 0 || source.is(i + 2 * w - 1, "."));
      if (matches) return true;
    }
    return false;
  }

  // The only module of the package that has the name, or of several the only one that uses it by itself.
  std::optional<std::string> home_of(const std::string& module, const std::string& name) const {
    std::vector<std::string> having, using_it;
    for_each_module(module, [&](const std::string& one, const PythonSource& source) {
      if (!binds_at_top(source, name)) return;
      having.push_back(one);
      if (uses_beside_definition(source, name)) using_it.push_back(one);
    });
    const auto& found = having.size() == 1 ? having : using_it;
    return found.size() == 1 && is_module_name(found[0]) ? std::optional(found[0]) : std::nullopt;
  }

  static bool uses_beside_definition(const PythonSource& source, const std::string& name) {
    return std::ranges::any_of(uses_of(source, name), [&](auto use) {
      return use == 0 || (!source.is(use - 1, "def") && !source.is(use - 1, "class"));
    });
  }

  void replace(const std::string& module, const std::string& name, const Lookup& lookup) {
    std::map<std::string, std::vector<Edit>> edits;
    for_each_test(name, [&](const std::string& path, const PythonSource& source) {
      for (std::size_t i = 2; i < source.tokens().size(); ++i) {
        if (source.tokens()[i].kind != PyKind::string) continue;
        if (auto edit = by_whole_name(source, i, module + "." + name, lookup.full + "." + name))
          edits[path].push_back(*edit);
        if (auto edit = by_object(source, path, i, module, name, lookup)) edits[path].push_back(*edit);
      }
    });
    for (auto& [path, of_file] : edits) draft_.edit(path, std::move(of_file));
  }

  // Is the token the first that patch, setattr or delattr is given?
  static bool is_replaced(const PythonSource& source, std::size_t i) {
    return source.tokens()[i].kind == PyKind::string && source.is(i - 1, "(") &&
           std::ranges::find(replacers, text_at(source, i - 2)) != replacers.end();
  }

  // patch("module.name"), setattr("module.name", …)
  static std::optional<Edit> by_whole_name(const PythonSource& source, std::size_t i, const std::string& from,
                                           const std::string& to) {
    const auto& token = source.tokens()[i];
    const auto target = inside(source.text(token));
    const bool is_it = target == from || target.starts_with(from + ".");
    if (!is_it || !is_replaced(source, i)) return std::nullopt;
    return Edit{token.offset + 1, from.size(), to};
  }

  // patch.object(module, "name"), setattr(module, "name", …): the name is found through the module's own import.
  std::optional<Edit> by_object(const PythonSource& source, const std::string& path, std::size_t i,
                                const std::string& module, const std::string& name, const Lookup& lookup) const {
    if (inside(source.text(source.tokens()[i])) != name || !source.is(i - 1, ",") || lookup.alias.empty())
      return std::nullopt;
    auto first = i - 2;
    while (first > 1 && source.is(first - 1, ".")) first -= 2;
    if (first < 2 || !source.is(first - 1, "(")) return std::nullopt;
    if (std::ranges::find(object_replacers, text_at(source, first - 2)) == object_replacers.end()) return std::nullopt;
    const auto begin = source.tokens()[first].offset, end = end_of(source.tokens()[i - 2]);
    const auto written = source.text().substr(begin, end - begin);
    for (const auto& one : imports_of(source)) {
      for (const auto& bound : one.names) {
        const auto full = one.is_from ? absolute(path, one.module) + "." + bound.name : bound.name;
        const auto alias = one.is_from || !bound.alias.empty() ? bound.bound() : std::string_view(bound.name);
        if (full == module && alias == written) return Edit{end, 0, "." + lookup.alias};
      }
    }
    return std::nullopt;
  }

  const Patient& patient_;
  PythonProject project_;
  Draft draft_;
};

}  // namespace

std::vector<Patch> move_patch_target(const Patient& patient) { return PatchMover(patient).patches(); }

}  // namespace regreen
