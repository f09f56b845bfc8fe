#include "mend/python/language/moved.h"

#include "base/text.h"
#include "mend/lines.h"
#include "mend/python/language/names.h"

#include <algorithm>
#include <map>

namespace regreen {
namespace {

constexpr std::size_t steps_max = 300;
constexpr std::string_view builtin = "builtins.";

// `import m` of a full name: "from urllib import parse", "import queue".
std::string import_of(const std::string& full, std::string_view alias) {
  const auto parent = parent_of(full);
  const auto leaf = std::string(leaf_of(full));
  const auto as = alias.empty() || alias == leaf ? std::string() : " as " + std::string(alias);
  if (parent.empty()) return "import " + leaf + as;
  return "from " + std::string(parent) + " import " + leaf + as;
}

// One change after the other, each on what the one before left.
class Mover {
 public:
  Mover(std::string_view text, const NewHome& new_home, const std::function<ImportGroup(std::string_view)>& group_of)
      : text_(text), new_home_(new_home), group_of_(group_of) {}

  std::optional<std::string> run() {
    const std::string before = text_;
    for (std::size_t step = 0; step < steps_max && (move_from_import() || move_import() || move_use()); ++step) {
    }
    if (text_ == before || !PythonSource(text_).is_balanced()) return std::nullopt;
    return text_;
  }

 private:
  bool apply(std::vector<Edit> edits) {
    auto after = apply_edits(text_, std::move(edits));
    if (!after || *after == text_) return false;
    text_ = std::move(*after);
    return true;
  }

  // Inside `try:` with a handler for imports, or inside that handler: both sides are there on purpose.
  static bool is_alternative(const PythonSource& source, const PyImport& one) {
    const auto& all = source.statements();
    auto at = static_cast<std::size_t>(std::ranges::find(all, one.statement.begin, &PyStatement::begin) - all.begin());
    const auto own = at;
    while (at > 0 && all[at].indent >= one.statement.indent) --at;
    if (at == own || one.statement.indent == 0) return false;
    const auto handles = [&](const PyStatement& handler) {
      const auto line = source.text().substr(handler.begin, handler.end - handler.begin);
      return contains(line, "ImportError") || contains(line, "ModuleNotFoundError") ||
             trim(line).starts_with("except:") || contains(line, "AttributeError");
    };
    if (source.is(all[at].first, "except")) return handles(all[at]);
    if (!source.is(all[at].first, "try")) return false;
    for (auto i = at + 1; i < all.size() && all[i].indent >= all[at].indent; ++i) {
      if (all[i].indent == all[at].indent) return source.is(all[i].first, "except") && handles(all[i]);
    }
    return false;
  }

  // The new home of `module.name`, by the name's own row or by that of a module around it.
  std::optional<std::string> home_of(std::string_view module, std::string_view name) const {
    if (auto home = new_home_(std::string(module) + "." + std::string(name))) return home;
    for (auto part = module; !part.empty(); part = parent_of(part)) {
      if (const auto home = new_home_(part))
        return *home + std::string(module.substr(part.size())) + "." + std::string(name);
    }
    return std::nullopt;
  }

  bool move_from_import() {
    const PythonSource source(text_);
    for (const auto& one : imports_of(source)) {
      if (!one.is_from || one.module.starts_with('.') || one.shares_line || is_alternative(source, one)) continue;
      std::map<std::string, std::vector<std::size_t>> by_module;
      std::vector<std::string> homes(one.names.size());
      std::string first;
      for (std::size_t i = 0; i < one.names.size(); ++i) {
        const auto home = home_of(one.module, one.names[i].name);
        if (!home) continue;
        homes[i] = *home;
        by_module[std::string(parent_of(*home))].push_back(i);
        if (first.empty()) first = parent_of(*home).empty() ? "-" : parent_of(*home);
      }
      if (by_module.empty()) continue;
      const auto& [module, indexes] = *by_module.find(first == "-" ? "" : first);
      if (indexes.size() == one.names.size() && !module.empty() && module != "builtins")
        return replace_all_names(source, one, module, homes);
      return move_names(source, one, indexes, homes);
    }
    return false;
  }

  // All names of the statement move to the same module: it is the module that is replaced.
  bool replace_all_names(const PythonSource& source, const PyImport& one, const std::string& module,
                         const std::vector<std::string>& homes) {
    std::vector<Edit> edits;
    if (module != one.module) edits.push_back({one.module_offset, one.module.size(), module});
    for (std::size_t i = 0; i < one.names.size(); ++i) {
      const std::string leaf(leaf_of(homes[i]));
      if (leaf == one.names[i].name) continue;
      edits.push_back({one.names[i].offset, one.names[i].name.size(), leaf});
      if (one.names[i].alias.empty()) rename_uses(source, one.names[i].name, leaf, one, edits);
    }
    return apply(std::move(edits));
  }

  bool move_names(const PythonSource& source, const PyImport& one, const std::vector<std::size_t>& indexes,
                  const std::vector<std::string>& homes) {
    std::vector<std::string> statements;
    std::vector<Edit> edits;
    for (const auto index : indexes) {
      const auto& name = one.names[index];
      const std::string leaf(leaf_of(homes[index]));
      if (!homes[index].starts_with(builtin)) statements.push_back(import_of(homes[index], name.alias));
      const auto target = homes[index].starts_with(builtin) ? homes[index].substr(builtin.size()) : leaf;
      const bool rename = name.alias.empty() ? name.name != target : homes[index].starts_with(builtin);
      if (rename) rename_uses(source, name.bound(), target, one, edits);
    }
    auto removal = remove_names(source, one, indexes);
    if (!removal) return false;
    const auto indent = std::string(indentation(source.text().substr(one.statement.begin)));
    const bool all = indexes.size() == one.names.size();
    if ((all || one.statement.indent > 0) && !statements.empty()) {
      const auto end = std::string(line_end(text_));
      std::string lines;
      for (const auto& statement : statements) lines += indent + statement + end;
      if (all)
        removal = std::vector<Edit>{{one.statement.begin, one.statement.end - one.statement.begin, lines}};
      else
        removal->push_back({one.statement.end, 0, lines});
      statements.clear();
    }
    edits.insert(edits.end(), removal->begin(), removal->end());
    if (!apply(std::move(edits))) return false;
    for (const auto& statement : statements) add_statement(statement);
    return true;
  }

  void add_statement(const std::string& statement) {
    const PythonSource source(text_);
    if (const auto edit = add_import(source, statement, group_of_)) apply({*edit});
  }

  // `import ConfigParser` where the module itself moved; alone in its statement or beside others.
  bool move_import() {
    const PythonSource source(text_);
    for (const auto& one : imports_of(source)) {
      if (one.is_from || one.shares_line || is_alternative(source, one)) continue;
      for (std::size_t i = 0; i < one.names.size(); ++i) {
        const auto& name = one.names[i];
        const auto home = new_home_(name.name);
        if (!home || contains(name.name, ".")) continue;
        const auto statement = import_of(*home, name.bound());
        const auto begin = source.tokens()[one.statement.first].offset;
        if (one.names.size() == 1) return apply({{begin, name.offset + name.length - begin, statement}});
        auto edits = remove_names(source, one, {i});
        if (!edits) continue;
        const auto indent = std::string(indentation(source.text().substr(one.statement.begin)));
        edits->push_back({one.statement.end, 0, indent + statement + std::string(line_end(text_))});
        return apply(std::move(*edits));
      }
    }
    return false;
  }

  static void rename_uses(const PythonSource& source, std::string_view from, std::string_view to, const PyImport&,
                          std::vector<Edit>& edits) {
    for (const auto use : uses_of(source, from)) {
      edits.push_back({source.tokens()[use].offset, from.size(), std::string(to)});
    }
  }

  // `module.name` from its first token to its last, and where the name lives now.
  struct Use {
    std::size_t first, last;
    std::string home;
  };

  std::optional<Use> moved_use(const PythonSource& source, std::size_t first, std::string full) const {
    for (auto last = first; source.is(last + 1, ".") && last + 2 < source.tokens().size(); last += 2) {
      if (source.tokens()[last + 2].kind != PyKind::name) break;
      full += "." + std::string(source.text(last + 2));
      const auto home = new_home_(full);
      if (home && *home != full) return Use{first, last + 2, *home};
    }
    return std::nullopt;
  }

  // One use, by whatever name the module is bound here.
  bool move_use() {
    const PythonSource source(text_);
    const auto imports = imports_of(source);
    for (const auto& [name, what] : bound_names(imports)) {
      const auto uses = uses_of(source, name);
      std::vector<Use> moved;
      for (const auto first : uses) {
        if (auto use = moved_use(source, first, what.full)) moved.push_back(std::move(*use));
      }
      if (moved.empty()) continue;
      if (moved.size() == uses.size() && replace_module(source, what, moved)) return true;
      return replace_use(source, moved.front(), name, what);
    }
    return false;
  }

  // Where nothing else of a module is used, the import of the new one takes its place.
  bool replace_module(const PythonSource& source, const BoundName& what, const std::vector<Use>& uses) {
    const auto& one = *what.import;
    const std::string module(parent_of(uses.front().home));
    if (one.names.size() != 1 || one.shares_line || !what.is_plain_module || module.empty() || module == "builtins")
      return false;
    if (module == what.full || is_in(module, what.full)) return false;
    std::vector<Edit> edits = {{one.names[0].offset, one.names[0].length, module}};
    for (const auto& use : uses) {
      if (parent_of(use.home) != module) return false;
      const auto& last = source.tokens()[use.last];
      const auto begin = source.tokens()[use.first].offset;
      edits.push_back({begin, last.offset + last.length - begin, use.home});
    }
    const auto imports = imports_of(source);
    const bool known = std::ranges::any_of(imports, [&](const auto& other) {
      return std::ranges::any_of(other.names, [&](const auto& name) { return !other.is_from && name.name == module; });
    });
    return !known && apply(std::move(edits));
  }

  bool replace_use(const PythonSource& source, const Use& use, const std::string& name, const BoundName& what) {
    const auto& [first, last, home] = use;
    const auto begin = source.tokens()[first].offset;
    const auto end = source.tokens()[last].offset + source.tokens()[last].length;
    const auto put = [&](const std::string& text) { return apply({{begin, end - begin, text}}); };
    if (home.starts_with(builtin)) return put(home.substr(builtin.size())) && drop_unused(name);
    const std::string module(parent_of(home));
    if (is_in(home, what.full)) {
      if (!put(name + home.substr(what.full.size()))) return false;
      if (what.is_plain_module && module != what.full) import_submodule(name, module);
      return true;
    }
    const auto import_line = "import " + (module.empty() ? home : module);
    if (!put(home)) return false;
    add_statement(import_line);
    drop_unused(name);
    return true;
  }

  // `import collections` becomes `import collections.abc`, which binds the same name.
  void import_submodule(std::string_view name, const std::string& module) {
    const PythonSource source(text_);
    const PyImport* plain = nullptr;
    const auto imports = imports_of(source);
    for (const auto& one : imports) {
      for (const auto& imported : one.names) {
        if (one.is_from || !imported.alias.empty()) continue;
        if (is_in(imported.name, module)) return;
        if (imported.name == name && one.names.size() == 1) plain = &one;
      }
    }
    if (plain == nullptr) return add_statement("import " + module);
    apply({{plain->names[0].offset, plain->names[0].length, module}});
  }

  // An import that nothing uses any more goes.
  bool drop_unused(std::string_view name) {
    const PythonSource source(text_);
    if (!uses_of(source, name).empty()) return true;
    for (const auto& one : imports_of(source)) {
      for (std::size_t i = 0; i < one.names.size(); ++i) {
        if (one.names[i].bound() != name || contains(one.names[i].name, ".")) continue;
        const auto edits = remove_names(source, one, {i});
        return !edits || apply(*edits);
      }
    }
    return true;
  }

  std::string text_;
  const NewHome& new_home_;
  const std::function<ImportGroup(std::string_view)>& group_of_;
};

}  // namespace

std::optional<std::string> with_new_homes(std::string_view text, const NewHome& new_home,
                                          const std::function<ImportGroup(std::string_view)>& group_of) {
  return Mover(text, new_home, group_of).run();
}

}  // namespace regreen
