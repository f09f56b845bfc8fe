#include "mend/python/nose.h"

#include "base/text.h"
#include "mend/python/expression.h"
#include "mend/python/project.h"
#include "mend/python/source.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace regreen {
namespace {

/// A class: its statements [head, end), the last parts of the names of what it derives from.
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

// pytest collects Test… and, as projects may tell it, other classes of test files.
bool has_tests(const PythonSource& source, const Class& one, std::string_view file) {
  if (!one.name.starts_with("Test") && !is_test_file(file)) return false;
  return defines(source, one, [](std::string_view name) { return name.starts_with("test_") || name == "test"; });
}

std::vector<std::string> bases_of(const PythonSource& source, std::size_t open) {
  std::vector<std::string> bases;
  const auto close = source.is(open, "(") ? source.closing(open) : std::nullopt;
  if (!close) return bases;
  for (const auto& value : arguments_between(source, open, *close)) {
    if (value.last > value.first && source.is_name(value.last - 1)) bases.emplace_back(source.text(value.last - 1));
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

constexpr std::size_t generations_max = 8;

// The names of the classes whose tests pytest collects, and of those that they derive from.
std::set<std::string> test_classes(const std::vector<Class>& classes) {
  std::set<std::string> names;
  for (const auto& one : classes) {
    if (one.has_tests) names.insert(one.name);
  }
  for (std::size_t generation = 0; generation < generations_max; ++generation) {
    const auto before = names.size();
    for (const auto& one : classes) {
      const bool inherits = one.name.starts_with("Test") &&
                            std::ranges::any_of(one.bases, [&](const auto& base) { return names.contains(base); });
      if (inherits) names.insert(one.name);
      if (names.contains(one.name)) names.insert(one.bases.begin(), one.bases.end());
    }
    if (names.size() == before) break;
  }
  return names;
}

// `def setup(self)`, `self.setup()`, `super().setup()`, `Base.setup(self)`
bool is_meant(const PythonSource& source, std::size_t token, const std::set<std::string>& names) {
  if (!source.is(token + 1, "(") || token < 2) return false;
  if (source.is(token - 1, "def")) return source.is(token + 2, "self");
  if (!source.is(token - 1, ".")) return false;
  const bool is_of_super =
      token > 4 && source.is(token - 2, ")") && source.is(value_before(source, token - 1), "super");
  const bool is_plain = !source.is(token - 3, ".");
  return is_of_super ||
         (is_plain && (source.is(token - 2, "self") || names.contains(std::string(source.text(token - 2)))));
}

std::vector<Edit> named_anew(const PythonSource& source, const std::set<std::string>& names) {
  std::map<std::size_t, Edit> edits;  // by place: a class may stand inside of another
  for (const auto& one : classes_of(source)) {
    if (!names.contains(one.name) || one.is_unittest()) continue;
    for (auto i = one.head + 1; i < one.end; ++i) {
      const auto& statement = source.statements()[i];
      for (auto token = statement.first; token < statement.last; ++token) {
        const auto word = source.text(token);
        if (word != "setup" && word != "teardown") continue;
        const auto is_known = [&](std::string_view name) { return name == std::string(word) + "_method"; };
        if (defines(source, one, is_known)) continue;
        const auto end = end_of(source.tokens()[token]);
        if (is_meant(source, token, names)) edits.emplace(end, Edit{end, 0, "_method"});
      }
    }
  }
  std::vector<Edit> all;
  for (auto& [place, edit] : edits) all.push_back(std::move(edit));
  return all;
}

}  // namespace

void name_nose_methods(Draft& draft, const std::vector<std::string>& files) {
  std::vector<Class> classes;
  for (const auto& path : files) {
    const auto text = draft.read(path);
    if (!text || !contains(*text, "class ")) continue;
    const PythonSource source(*text);
    for (auto& one : classes_of(source)) {
      one.has_tests = has_tests(source, one, path);
      classes.push_back(std::move(one));
    }
  }
  const auto names = test_classes(classes);
  for (const auto& path : files) {
    const auto text = draft.read(path);
    const bool is_old = text && (contains(*text, "setup(") || contains(*text, "teardown("));
    if (is_old) draft.edit(path, named_anew(PythonSource(*text), names));
  }
}

}  // namespace regreen
