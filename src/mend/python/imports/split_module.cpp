#include "mend/python/imports/split_module.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/place.h"
#include "mend/python/imports/conditional_import.h"
#include "mend/python/imports/module_move.h"
#include "mend/python/language/import.h"
#include "mend/python/language/names.h"
#include "mend/text/code_text.h"
#include "mend/text/near_path.h"
#include "model/last_commit.h"

#include <algorithm>
#include <array>
#include <memory>
#include <set>
#include <vector>

namespace regreen {
namespace {

constexpr std::size_t names_max = 100;  // that are taken from one module
constexpr std::size_t steps_max = 500;  // from a definition to what it uses

/// What a statement at the top of a file gives a name, as its tokens but comments, and the words among them.
struct Definition {
  bool is_function = false;
  std::vector<std::string> tokens;
  std::set<std::string, std::less<>> words;
};

using Definitions = std::map<std::string, Definition, std::less<>>;

/// A module as far as its definitions can be told from each other. Borrows the project.
class Module {
 public:
  Module(const PythonProject& project, std::string name, std::string file, std::string text)
      : name_(std::move(name)), file_(std::move(file)), text_(std::move(text)), source_(text_) {
    read_definitions();
    for (const auto& one : imports_of(source_)) {
      for (const auto& bound : one.names) {
        auto& full = imported_[std::string(bound.bound())];
        const bool is_clear = full.empty() && bound.name != "*" && one.statement.indent == 0;
        full = is_clear ? project.imported_name(file_, one, bound) : "?";
      }
    }
  }
  Module(const Module&) = delete;
  Module& operator=(const Module&) = delete;

  const std::string& name() const { return name_; }
  const std::string& file() const { return file_; }

  /// Nothing where a name is given more than once, on a condition or in another way.
  const Definition* definition(std::string_view name) const {
    const auto found = definitions_.find(name);
    return found == definitions_.end() || imported_.contains(name) || found->second.tokens.empty() ? nullptr
                                                                                                   : &found->second;
  }

  /// What an import at the top calls the name in full; "" where none binds it, "?" where that cannot be told.
  std::string imported(std::string_view name) const {
    const auto found = imported_.find(name);
    return found == imported_.end() ? "" : found->second;
  }

  /// Does something happen when it is imported, but that names get their values?
  bool does_more() const {
    static constexpr auto heads =
        std::to_array<std::string_view>({"import", "from", "def", "class", "async", "@", "pass"});
    return std::ranges::any_of(source_.statements(), [&](const PyStatement& one) {
      const bool documents = source_.tokens()[one.first].kind == PyKind::string && one.last == one.first + 1;
      const bool is_main = source_.is(one.first, "if") && source_.is(one.first + 1, "__name__");
      const bool is_plain = documents || is_main || is_among(source_.text(one.first), heads);
      return one.indent == 0 && !is_plain && name_defined(one).empty();
    });
  }

  /// May there be two of what the name has, and nobody sees it: a function, or a literal that none of its functions sets anew?
  bool may_be_doubled(const std::string& name) const {
    const auto* one = definition(name);
    if (one == nullptr || one->is_function) return one != nullptr;
    const auto set = std::ranges::find(one->tokens, "=");
    const bool is_value = one->tokens[1] == name && set != one->tokens.end();
    return is_value && !is_set_anew(name) && std::all_of(set + 1, one->tokens.end(), is_constant);
  }

  bool binds(std::string_view name) const { return binds_at_top(source_, name); }

 private:
  void read_definitions() {
    const auto& all = source_.statements();
    for (std::size_t s = 0; s < all.size(); ++s) {
      if (all[s].indent > 0) continue;
      const auto head = head_of(s);
      const auto name = name_defined(all[head]);
      auto last = head;
      while (last + 1 < all.size() && all[last + 1].indent > 0) ++last;
      if (!name.empty()) define(std::string(name), s, last);
      s = last;
    }
  }

  // Behind what decorates it.
  std::size_t head_of(std::size_t statement) const {
    const auto& all = source_.statements();
    while (statement + 1 < all.size() && source_.is(all[statement].first, "@")) ++statement;
    return statement;
  }

  bool is_set_anew(const std::string& name) const {
    return std::ranges::any_of(source_.statements(), [&](const PyStatement& one) {
      const auto text = source_.text().substr(one.begin, one.end - one.begin);
      return source_.is(one.first, "global") && !words_in(text, name).empty();
    });
  }

  // Of a literal that cannot be changed: numbers, texts, tuples of them.
  static bool is_constant(const std::string& token) {
    static constexpr auto others =
        std::to_array<std::string_view>({"(", ")", ",", "+", "-", "*", "/", "**", "None", "True", "False"});
    const bool is_text = token.ends_with('"') || token.ends_with('\'');
    return is_text || (token[0] >= '0' && token[0] <= '9') || is_among(token, others);
  }

  // `def f`, `async def f`, `class C`, `LIMIT = 3`, `LIMIT: int = 3`
  std::string_view name_defined(const PyStatement& one) const {
    const auto first = source_.is(one.first, "async") ? one.first + 1 : one.first;
    if (source_.is(first, "def") || source_.is(first, "class")) return source_.text(first + 1);
    const bool is_set = source_.is(first + 1, "=") || source_.is(first + 1, ":");
    return source_.is_name(first) && is_set && !is_python_keyword(source_.text(first)) ? source_.text(first) : "";
  }

  void define(const std::string& name, std::size_t first, std::size_t last) {
    if (definitions_.contains(name)) {
      definitions_[name].tokens.clear();
      return;
    }
    auto& one = definitions_[name];
    const auto head = source_.statements()[head_of(first)].first;
    one.is_function = source_.is(head, "def") || source_.is(head, "async");
    for (auto s = first; s <= last; ++s) {
      const auto& statement = source_.statements()[s];
      one.tokens.push_back("\n" + std::to_string(statement.indent));
      for (auto i = statement.first; i < statement.last; ++i) {
        if (source_.tokens()[i].kind == PyKind::comment) continue;
        one.tokens.emplace_back(source_.text(i));
        const bool is_attribute = i > 0 && source_.is(i - 1, ".");
        const auto inside = words_of(source_.text(i));  // a text may name whatever it likes
        if (!is_attribute) one.words.insert(inside.begin(), inside.end());
      }
    }
  }

  std::string name_, file_, text_;
  PythonSource source_;
  Definitions definitions_;
  std::map<std::string, std::string, std::less<>> imported_;
};

class Search {
 public:
  Search(const Patient& patient, const PythonProject& project, const std::string& module)
      : patient_(patient), project_(project), module_(module) {}

  std::optional<std::map<std::string, std::string>> run() {
    const auto old = module_before();
    if (!old || old->does_more() || !read_names()) return std::nullopt;
    read_brought();
    std::map<std::string, std::string> homes;
    std::set<std::string> found;
    for (const auto& name : names_) {
      const auto* home = only_home(name);
      if (home == nullptr || !is_same(*old, *home, name)) return std::nullopt;
      homes[name] = home->name();
      found.insert(home->name());
    }
    return found.size() > 1 ? std::optional(homes) : std::nullopt;
  }

 private:
  // The module as the newest commit found it, which took its file away.
  std::unique_ptr<Module> module_before() {
    std::unique_ptr<Module> found;
    for (const auto& [path, text] : patient_.last_commit.before) {
      if (!text || !path.ends_with(".py") || patient_.tree.has(path) || project_.module_of(path) != module_) continue;
      if (found) return nullptr;
      found = std::make_unique<Module>(project_, module_, path, *text);
    }
    return project_.file_of(module_) ? nullptr : std::move(found);
  }

  // What is taken from the module; false where that cannot be told, or only tests take it.
  bool read_names() {
    bool is_used = false;
    const auto files = all_python_files(patient_.tree);
    for (const auto& file : files.value_or(std::vector<std::string>{})) {
      const auto text = patient_.tree.read(file);
      if (!text || !contains(*text, leaf_of(module_))) continue;
      const PythonSource source(*text);
      if (!is_clear(file, source)) return false;
      const auto names = names_from(project_, file, source, module_);
      is_used |= !names.empty() && !is_test_file(file);
      names_.insert(names.begin(), names.end());
    }
    return is_used && names_.size() <= names_max;
  }

  // Is nothing of the module imported by `*`, or where it may well not be there, and the module itself not handed on?
  bool is_clear(const std::string& file, const PythonSource& source) const {
    for (const auto& one : imports_of(source)) {
      const bool is_of_it = one.is_from && project_.imported_module(file, one.module) == module_;
      for (const auto& name : one.names) {
        if (!is_of_it && !is_in(project_.imported_name(file, one, name), module_)) continue;
        if (name.name == "*" || is_tried(source, one)) return false;
      }
    }
    return !means_module_itself(project_, file, source, module_);
  }

  // The modules that the newest commit changed or made.
  void read_brought() {
    for (const auto& [path, before] : patient_.last_commit.before) {
      const auto text = path.ends_with(".py") && is_no_test_file(path) ? patient_.tree.read(path) : std::nullopt;
      const auto name = text ? project_.module_of(path) : "";
      if (is_module_name(name) && !is_vendored(path))
        brought_.push_back(std::make_unique<Module>(project_, name, path, *text));
    }
  }

  // The only module of all that defines the name, where the commit brought it.
  const Module* only_home(const std::string& name) const {
    const Module* home = nullptr;
    for (const auto& file : python_files(patient_.tree, is_no_test_file)) {
      const auto text = patient_.tree.read(file);
      if (!text || !contains(*text, name) || !is_among(name, defined_names(PythonSource(*text)))) continue;
      const auto found = std::ranges::find_if(brought_, [&](const auto& one) { return one->file() == file; });
      if (home != nullptr || found == brought_.end() || was_there(file, name)) return nullptr;
      home = found->get();
    }
    return home != nullptr && is_for_all(*home) ? home : nullptr;
  }

  bool was_there(const std::string& file, const std::string& name) const {
    const auto& before = patient_.last_commit.before.at(file);
    return before && is_among(name, defined_names(PythonSource(*before)));
  }

  // Of the same package, and neither laid off nor for other surroundings.
  bool is_for_all(const Module& home) const {
    const bool is_near = parent_of(module_).empty() || top_of(home.name()) == top_of(module_);
    return is_near && may_stand_for(home.file(), module_file());
  }

  std::string module_file() const { return replace_all(module_, ".", "/") + ".py"; }

  // Is the definition what it was, with all that it uses?
  bool is_same(const Module& old, const Module& home, const std::string& name) {
    if (!seen_.emplace(home.name(), name).second) return true;
    const auto* was = old.definition(name);
    const auto* is = home.definition(name);
    if (was == nullptr || is == nullptr || was->tokens != is->tokens || seen_.size() > steps_max) return false;
    const auto& first = homes_.emplace(name, home.name()).first->second;
    if (first != home.name() && !old.may_be_doubled(name)) return false;
    return std::ranges::all_of(was->words,
                               [&](const auto& word) { return word == name || means_same(old, home, word); });
  }

  bool means_same(const Module& old, const Module& home, const std::string& word) {
    if (!old.binds(word)) return !home.binds(word);
    const auto from = home.imported(word);
    if (const auto was = old.imported(word); !was.empty()) return was == from && was != "?";
    if (from.empty()) return home.definition(word) != nullptr && is_same(old, home, word);
    const auto other = std::ranges::find_if(brought_, [&](const auto& one) { return one->name() == parent_of(from); });
    return other != brought_.end() && leaf_of(from) == word && is_same(old, **other, word);
  }

  const Patient& patient_;
  const PythonProject& project_;
  const std::string& module_;
  std::set<std::string> names_;
  std::vector<std::unique_ptr<Module>> brought_;
  std::set<std::pair<std::string, std::string>> seen_;
  std::map<std::string, std::string> homes_;  ///< the first module in which a name was found to be the same
};

}  // namespace

std::optional<std::map<std::string, std::string>> split_module(const Patient& patient, const PythonProject& project,
                                                               const std::string& module) {
  return Search(patient, project, module).run();
}

}  // namespace regreen
