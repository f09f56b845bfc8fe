#include "mend/python/versions/nose.h"

#include "base/text.h"
#include "mend/place.h"
#include "mend/python/language/expression.h"
#include "mend/python/language/import.h"
#include "mend/python/language/source.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace regreen {
namespace {

/// A class of the project: the file that it stands in, and its name.
using ClassId = std::pair<std::string, std::string>;

/// A class: its statements [head, end), what it derives from, as it is written.
struct Class {
  std::string name;
  std::size_t head = 0, end = 0;
  std::vector<std::string> bases;
  bool has_tests = false;

  bool is_unittest() const {
    return std::ranges::any_of(bases, [](const auto& base) { return base.ends_with("TestCase"); });
  }
};

bool defines(const PythonSource& source, const Class& one, const std::function<bool(std::string_view)>& is_wanted) {
  for (auto i = one.head + 1; i < one.end; ++i) {
    const auto& statement = source.statements()[i];
    if (is_def(source, statement) && is_wanted(source.text(statement.first + 1))) return true;
  }
  return false;
}

bool has_tests(const PythonSource& source, const Class& one) {
  return defines(source, one, [](std::string_view name) { return name.starts_with("test_") || name == "test"; });
}

std::vector<std::string> bases_of(const PythonSource& source, std::size_t open) {
  std::vector<std::string> bases;
  const auto close = source.is(open, "(") ? source.closing(open) : std::nullopt;
  if (!close) return bases;
  for (const auto& value : arguments_between(source, open, *close)) {
    std::string base;
    for (auto i = value.first; i < value.last && !source.is(i, "["); ++i) base += source.text(i);
    if (is_module_name(base)) bases.push_back(std::move(base));
  }
  return bases;
}

std::vector<Class> classes_of(const PythonSource& source) {
  std::vector<Class> classes;
  const auto& all = source.statements();
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!source.is(all[i].first, "class")) continue;
    const auto name = all[i].first + 1;
    Class one{std::string(source.text(name)), i, i + 1, bases_of(source, name + 1), false};
    while (one.end < all.size() && all[one.end].indent > all[i].indent) ++one.end;
    classes.push_back(std::move(one));
  }
  return classes;
}

/// The classes of a project, and who they derive from by its imports. Files are read when they are asked for.
class Classes {
 public:
  Classes(const Draft& draft, const PythonProject& project) : draft_(draft), project_(project) {}

  const std::vector<Class>& in(const std::string& file) { return module(file).classes; }

  /// The class that a name in a file means, where the project has it.
  std::optional<ClassId> meant(const std::string& file, std::string_view written, std::size_t steps = 0) {
    const auto& here = module(file);
    const auto is_it = [&](const Class& one) { return one.name == written; };
    if (std::ranges::any_of(here.classes, is_it)) return ClassId(file, written);
    for (const auto& one : here.imports) {
      for (const auto& name : one.names) {
        const auto full = full_name(file, one, name, written);
        const auto home = full.empty() ? std::nullopt : home_of(file, parent_of(full));
        if (!home) continue;
        if (std::ranges::any_of(in(*home), [&](const Class& two) { return two.name == leaf_of(full); }))
          return ClassId(*home, leaf_of(full));
        if (name.name != "*" && steps < steps_max) return meant(*home, std::string(leaf_of(full)), steps + 1);
      }
    }
    return std::nullopt;
  }

 private:
  struct Module {
    std::vector<Class> classes;
    std::vector<PyImport> imports;
  };

  static constexpr std::size_t steps_max = 8;

  const Module& module(const std::string& file) {
    const auto [found, is_new] = modules_.try_emplace(file);
    const auto text = is_new ? draft_.read(file) : std::nullopt;
    if (!text) return found->second;
    const PythonSource source(*text);
    found->second.classes = classes_of(source);
    for (auto& one : found->second.classes) one.has_tests = has_tests(source, one);
    found->second.imports = imports_of(source);
    return found->second;
  }

  // What is written stands for, "tests.base.Base", where the import binds its first part; "" where it binds another name.
  std::string full_name(const std::string& file, const PyImport& one, const ImportedName& name,
                        std::string_view written) const {
    if (name.name == "*") return project_.imported_module(file, one.module) + "." + std::string(written);
    const auto top = top_of(written);
    if (name.bound() != top) return "";
    if (!one.is_from && name.alias.empty()) return std::string(written);
    return project_.imported_name(file, one, name) + std::string(written.substr(top.size()));
  }

  // pytest also imports what lies beside a test.
  std::optional<std::string> home_of(const std::string& file, std::string_view module) const {
    if (const auto home = project_.file_of(module)) return home;
    const auto beside = path_in(folder_of(file), replace_all(std::string(module), ".", "/") + ".py");
    return !module.empty() && draft_.read(beside) ? std::optional(beside) : std::nullopt;
  }

  const Draft& draft_;
  const PythonProject& project_;
  std::map<std::string, Module> modules_;
};

constexpr std::size_t generations_max = 8;

// The classes whose tests pytest collects, and those that they derive from. pytest collects Test…, and others as projects tell it.
std::set<ClassId> test_classes(Classes& classes, const std::vector<std::string>& files) {
  std::set<ClassId> meant;
  std::vector<ClassId> fresh;
  const auto add = [&](ClassId one) {
    if (meant.insert(one).second) fresh.push_back(std::move(one));
  };
  for (const auto& file : files) {
    for (const auto& one : classes.in(file)) {
      if (one.has_tests) add({file, one.name});
    }
  }
  for (std::size_t generation = 0; generation < generations_max && !fresh.empty(); ++generation) {
    for (const auto& [file, name] : std::exchange(fresh, {})) {
      for (const auto& one : classes.in(file)) {
        if (one.name != name) continue;
        for (const auto& base : one.bases) {
          if (auto home = classes.meant(file, base)) add(std::move(*home));
        }
      }
    }
    for (const auto& file : files) {
      for (const auto& one : classes.in(file)) {
        const auto is_known = [&](const std::string& base) {
          const auto home = classes.meant(file, base);
          return home && meant.contains(*home);
        };
        if (one.name.starts_with("Test") && std::ranges::any_of(one.bases, is_known)) add({file, one.name});
      }
    }
  }
  return meant;
}

using IsMeant = std::function<bool(std::string_view name)>;

// `def setup(self)`, `self.setup()`, `super().setup()`, `Base.setup(self)`
bool is_meant(const PythonSource& source, std::size_t token, const IsMeant& is_class) {
  if (!source.is(token + 1, "(") || token < 2) return false;
  if (source.is(token - 1, "def")) return source.is(token + 2, "self");
  if (!source.is(token - 1, ".")) return false;
  const bool is_of_super =
      token > 4 && source.is(token - 2, ")") && source.is(value_before(source, token - 1), "super");
  const bool is_plain = !source.is(token - 3, ".");
  return is_of_super || (is_plain && (source.is(token - 2, "self") || is_class(source.text(token - 2))));
}

std::vector<Edit> named_anew(const PythonSource& source, const IsMeant& is_class) {
  std::map<std::size_t, Edit> edits;  // by place: a class may stand inside of another
  for (const auto& one : classes_of(source)) {
    if (!is_class(one.name) || one.is_unittest()) continue;
    for (auto i = one.head + 1; i < one.end; ++i) {
      const auto& statement = source.statements()[i];
      for (auto token = statement.first; token < statement.last; ++token) {
        const auto word = source.text(token);
        if (word != "setup" && word != "teardown") continue;
        const auto is_known = [&](std::string_view name) { return name == std::string(word) + "_method"; };
        if (defines(source, one, is_known)) continue;
        const auto end = end_of(source.tokens()[token]);
        if (is_meant(source, token, is_class)) edits.emplace(end, Edit{end, 0, "_method"});
      }
    }
  }
  std::vector<Edit> all;
  for (auto& [place, edit] : edits) all.push_back(std::move(edit));
  return all;
}

// Does somebody call a method of that name of an object that is not known? It may be the program's own.
bool is_called(const PythonSource& source) {
  for (std::size_t i = 2; i < source.tokens().size(); ++i) {
    const bool is_old = source.is(i, "setup") || source.is(i, "teardown");
    if (is_old && source.is(i - 1, ".") && !is_meant(source, i, [](std::string_view) { return false; })) return true;
  }
  return false;
}

}  // namespace

void name_nose_methods(Draft& draft, const PythonProject& project, const std::vector<std::string>& files,
                       std::string_view messages) {
  std::vector<std::string>
      tests;  // pytest says the file of a test: "checks/relay.py::TestRelay::test_on is using nose-specific …"
  std::ranges::copy_if(files, std::back_inserter(tests), [&](const std::string& path) {
    return !is_vendored(path) && (is_test_file(path) || contains(messages, path + "::"));
  });
  Classes classes(draft, project);
  const auto meant = test_classes(classes, tests);
  std::map<std::string, std::vector<Edit>> edits;
  bool is_of_program = false;
  for (const auto& one : meant) {
    const auto& path = one.first;
    const auto text = draft.read(path);
    const bool is_old = text && (contains(*text, "setup(") || contains(*text, "teardown("));
    if (!is_old || edits.contains(path) || is_vendored(path)) continue;
    const auto is_class = [&](std::string_view name) {
      const auto home = classes.meant(path, name);
      return home && meant.contains(*home);
    };
    edits[path] = named_anew(PythonSource(*text), is_class);
    is_of_program |= is_no_test_file(path) && !edits[path].empty();
  }
  const auto calls = [&](const std::string& path) {
    const auto text = is_no_test_file(path) ? draft.read(path) : std::nullopt;
    return text && is_called(PythonSource(*text));
  };
  if (is_of_program && std::ranges::any_of(files, calls)) return;
  for (auto& [path, changes] : edits) draft.edit(path, std::move(changes));
}

}  // namespace regreen
