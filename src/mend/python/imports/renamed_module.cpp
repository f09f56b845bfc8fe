#include "mend/python/imports/renamed_module.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/python/imports/conditional_import.h"
#include "mend/python/imports/module_move.h"
#include "mend/python/language/class_body.h"
#include "mend/python/language/expression.h"
#include "mend/python/language/names.h"
#include "mend/text/code_text.h"
#include "mend/text/ignored.h"
#include "model/last_commit.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace regreen {
namespace {

constexpr std::size_t names_min = 2;  // one name may well stand in two modules

constexpr auto documents = std::to_array<std::string_view>({".md", ".rst", ".txt", ".html", ".adoc"});
constexpr auto made =
    std::to_array<std::string_view>({"pb2", "grpc", "generated", "gen", "version", "local", "parser", "lexer"});

/// A file that takes names from the module that is lost.
struct Taker {
  std::string file;
  std::set<std::string> names;
  std::map<std::string, std::string> bound;  ///< what it calls them, as far as it imports them by themselves
  std::set<std::string> at_top;              ///< those of them that are imported outside of all functions
  bool is_clear = true;                      ///< it imports nothing of it on a condition, and no `*`
};

Taker taker_of(const PythonProject& project, const std::string& file, const PythonSource& source,
               const std::string& module) {
  Taker taker{file, names_from(project, file, source, module), {}, {}, true};
  for (const auto& one : imports_of(source)) {
    const bool is_of_it = one.is_from && project.imported_module(file, one.module) == module;
    for (const auto& name : one.names) {
      if (!is_of_it && !is_in(project.imported_name(file, one, name), module)) continue;
      if (name.name == "*" || is_conditional(source, one)) taker.is_clear = false;
      if (is_of_it) taker.bound[name.name] = name.bound();
      if (is_of_it && one.statement.indent == 0) taker.at_top.insert(name.name);
    }
  }
  return taker;
}

// Functions and classes at the top of a file, by the tokens of their `def` and `class`.
std::map<std::string, std::size_t, std::less<>> definitions_of(const PythonSource& source) {
  std::map<std::string, std::size_t, std::less<>> all;
  for (const auto& one : source.statements()) {
    const auto first = source.is(one.first, "async") ? one.first + 1 : one.first;
    if (one.indent == 0 && (source.is(first, "def") || source.is(first, "class")))
      all.emplace(source.text(first + 1), first);
  }
  return all;
}

// The function or class of that name, as it is written.
std::string definition_of(const PythonSource& source, std::string_view name) {
  const auto& all = source.statements();
  for (std::size_t s = 0; s < all.size(); ++s) {
    const auto first = source.is(all[s].first, "async") ? all[s].first + 1 : all[s].first;
    if (all[s].indent > 0 || !source.is(first + 1, name) || (!source.is(first, "def") && !source.is(first, "class")))
      continue;
    return std::string(source.text().substr(all[s].begin, all[body_of(source, s).last].end - all[s].begin));
  }
  return "";
}

// "fake_client" and "client" are variants of each other; so are "backend_posix" and "backend_win".
bool are_variants(std::string_view one, std::string_view other) {
  const auto words = split(one, '_');
  return std::ranges::any_of(split(other, '_'), [&](auto word) { return is_among(word, words); });
}

bool is_made(std::string_view leaf) {
  return leaf.starts_with('_') || std::ranges::any_of(split(leaf, '_'), [](auto word) { return is_among(word, made); });
}

// Does a file that is no document name the lost file? Then a program makes it, or builds or keeps it.
bool is_spoken_of(const Tree& tree, std::string_view path, const std::string& module) {
  const std::string leaf(leaf_of(module)), dotted = module, slashed = replace_all(module, ".", "/");
  if (is_ignored(tree, path)) return true;
  for (const auto& file : tree.list()) {
    const auto name = name_of(file);
    if (name.starts_with(leaf + ".")) return true;
    const auto is_document = [&](auto ending) { return name.ends_with(ending); };
    if (std::ranges::any_of(documents, is_document)) continue;
    const auto text = tree.read(file).value_or("");
    if (contains(text, slashed) || contains(text, leaf + ".py") || contains(text, path)) return true;
    const bool is_code = name.ends_with(".py") && name != "setup.py";
    if (!is_code && (contains(text, dotted) || (name.starts_with(".git") && !words_in(text, leaf).empty())))
      return true;
  }
  return false;
}

// Is a call of the name awaited just where it is a coroutine?
bool is_awaited_alike(const PythonSource& user, const PythonSource& home, std::size_t def, std::string_view name) {
  const bool is_coroutine = def > 0 && home.is(def - 1, "async");
  return std::ranges::none_of(uses_of(user, name), [&](auto use) {
    return use > 0 && user.is(use - 1, "await") && !is_coroutine && home.is(def, "def");
  });
}

class Search {
 public:
  Search(const Patient& patient, const PythonProject& project, const std::string& module)
      : patient_(patient), project_(project), module_(module) {}

  std::optional<std::string> run() {
    if (is_made(leaf_of(module_)) || !read_takers()) return std::nullopt;
    const auto home = only_home();
    if (!home || are_variants(leaf_of(home->name), leaf_of(module_))) return std::nullopt;
    const auto folder = folder_of(home->file);
    const auto path = path_in(folder, std::string(leaf_of(module_)) + ".py");
    const auto text = patient_.tree.read(home->file);
    if (!text || is_spoken_of(patient_.tree, path, module_) || !is_taken_already(*home)) return std::nullopt;
    const PythonSource source(*text);
    return is_as_before(source, home->file, path) && fits(source) ? std::optional(home->name) : std::nullopt;
  }

 private:
  // Who takes what; false where that cannot be told, or only tests do.
  bool read_takers() {
    const auto files = all_python_files(patient_.tree);
    bool is_used = false;
    for (const auto& file : files.value_or(std::vector<std::string>{})) {
      const auto text = patient_.tree.read(file);
      if (!text || !contains(*text, leaf_of(module_))) continue;
      auto taker = taker_of(project_, file, PythonSource(*text), module_);
      if (!taker.is_clear) return false;
      is_used |= !taker.names.empty() && !is_test_file(file);
      names_.insert(taker.names.begin(), taker.names.end());
      if (!taker.names.empty()) takers_.push_back(std::move(taker));
    }
    return is_used && names_.size() >= names_min;
  }

  // The module of the same package that defines all of the names, where no other defines any.
  std::optional<PythonModule> only_home() const {
    std::optional<PythonModule> home;
    for (const auto& file : python_files(patient_.tree, is_no_test_file)) {
      const auto text = patient_.tree.read(file);
      if (!text) continue;
      const PythonSource source(*text);
      const auto bound = defined_names(source);
      if (std::ranges::none_of(names_, [&](const auto& name) { return is_among(name, bound); })) continue;
      if (home || !defines_all(source)) return std::nullopt;
      home = PythonModule{project_.module_of(file), file};
    }
    const bool is_beside = home && is_module_name(home->name) && parent_of(home->name) == parent_of(module_);
    return is_beside && name_of(home->file) != "__init__.py" ? home : std::nullopt;
  }

  bool defines_all(const PythonSource& source) const {
    const auto definitions = definitions_of(source);
    return std::ranges::all_of(names_, [&](const auto& name) { return definitions.contains(name); });
  }

  // Others import these names from there, and nobody has both side by side.
  bool is_taken_already(const PythonModule& home) const {
    bool is_taken = false;
    for (const auto& file : python_files(patient_.tree)) {
      const auto text = patient_.tree.read(file);
      if (!text || !contains(*text, leaf_of(home.name))) continue;
      const auto taken = taker_of(project_, file, PythonSource(*text), home.name);
      const auto taker = std::ranges::find(takers_, file, &Taker::file);
      const auto has_both = [&](const auto& name) { return taker != takers_.end() && taker->at_top.contains(name); };
      if (std::ranges::any_of(taken.at_top, has_both)) return false;
      is_taken |= std::ranges::any_of(taken.names, [&](const auto& name) { return names_.contains(name); });
    }
    return is_taken;
  }

  // Did the newest commit take the module away and bring this one, with the same definitions? A twin was there before.
  bool is_as_before(const PythonSource& home, const std::string& home_path, const std::string& path) const {
    const auto& commit = patient_.last_commit.before;
    const auto before = commit.find(path), brought = commit.find(home_path);
    if (before == commit.end() || !before->second || brought == commit.end() || brought->second) return false;
    const PythonSource old(*before->second);
    return std::ranges::all_of(names_, [&](const auto& name) {
      const auto one = definition_of(old, name);
      return !one.empty() && one == definition_of(home, name);
    });
  }

  bool fits(const PythonSource& home) const {
    const auto definitions = definitions_of(home);
    return std::ranges::all_of(takers_, [&](const Taker& taker) {
      const auto text = patient_.tree.read(taker.file);
      if (!text) return false;
      const PythonSource user(*text);
      return std::ranges::all_of(taker.bound, [&](const auto& name) {
        return is_awaited_alike(user, home, definitions.at(name.first), name.second);
      });
    });
  }

  const Patient& patient_;
  const PythonProject& project_;
  const std::string& module_;
  std::vector<Taker> takers_;
  std::set<std::string> names_;
};

}  // namespace

std::optional<std::string> renamed_module(const Patient& patient, const PythonProject& project,
                                          const std::string& module) {
  return contains(module, ".") ? Search(patient, project, module).run() : std::nullopt;
}

}  // namespace regreen
