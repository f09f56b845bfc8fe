// pytest.take-fixture: a test or fixture calls another fixture as if it were a function. It takes it as a parameter
// instead, which is how pytest makes fixtures. Left alone: calls with arguments, several calls in one function (each may
// be meant to make a new object), generators, helpers that pytest does not call.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/language/expression.h"
#include "mend/python/language/project.h"
#include "mend/python/language/source.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace regreen {
namespace {

constexpr std::string_view every_test = "function";

/// A fixture that a file defines.
struct Fixture {
  std::string scope{every_test};
  bool yields = false;
};

// The scope that the decorators above a function name; nothing where it is no fixture, or one of another name.
std::optional<std::string> scope_of(const PythonSource& source, const PyFunction& function) {
  for (auto s = function.head; s-- > 0;) {
    const auto& mark = source.statements()[s];
    if (!source.is(mark.first, "@")) return std::nullopt;
    bool is_fixture = false;
    std::string scope(every_test);
    for (auto i = mark.first; i < mark.last; ++i) {
      is_fixture |= source.is(i, "fixture") && source.tokens()[i].depth == 0;
      if (source.is(i, "name") && source.is(i + 1, "=")) return std::nullopt;
      if (source.is(i, "scope") && source.is(i + 1, "=")) {
        const auto value = source.text(i + 2);
        scope = value.size() > 2 ? std::string(value.substr(1, value.size() - 2)) : "";
      }
    }
    if (is_fixture) return scope;
  }
  return std::nullopt;
}

using Fixtures = std::map<std::string, Fixture, std::less<>>;

Fixtures fixtures_of(const PythonSource& source) {
  Fixtures found;
  for (const auto& function : functions_of(source)) {
    const auto scope = scope_of(source, function);
    if (!scope) continue;
    Fixture fixture{*scope, false};
    for (auto i = function.def; i < source.statements()[function.end - 1].last; ++i)
      fixture.yields |= source.is(i, "yield");
    found.insert_or_assign(std::string(source.text(function.def + 1)), fixture);
  }
  return found;
}

/// The fixtures of the conftest.py of each folder, read once.
class Conftests {
 public:
  explicit Conftests(const Tree& tree) : tree_(tree) {}

  // Those of the file, and of the conftest.py in its folder and above, the nearest first.
  Fixtures visible_from(std::string_view file, const PythonSource& source) {
    Fixtures found = fixtures_of(source);
    for (auto folder = folder_of(file);; folder = folder_of(folder)) {
      const auto& more = of_folder(folder);
      found.insert(more.begin(), more.end());
      if (folder.empty()) return found;
    }
  }

 private:
  const Fixtures& of_folder(std::string_view folder) {
    const auto [at, is_new] = known_.try_emplace(std::string(folder));
    const auto text = is_new ? tree_.read(path_in(folder, "conftest.py")).value_or("") : "";
    if (is_new) at->second = fixtures_of(PythonSource(text));
    return at->second;
  }

  const Tree& tree_;
  std::map<std::string, Fixtures> known_;
};

// A function that pytest itself calls as a test: not inside of another one, nor in a class of unittest.
bool is_test(const PythonSource& source, const PyFunction& function) {
  const auto& all = source.statements();
  if (!source.text(function.def + 1).starts_with("test")) return false;
  if (all[function.head].indent == 0) return true;
  for (auto s = function.head; s-- > 0;) {
    if (all[s].indent >= all[function.head].indent) continue;
    if (!source.is(all[s].first, "class")) return false;
    return source.text(all[s].first + 1).starts_with("Test") &&
           !contains(source.text().substr(all[s].begin, all[s].end - all[s].begin), "TestCase");
  }
  return false;
}

/// The calls `name()` in the body of a function, by name.
using Calls = std::map<std::string, std::vector<std::size_t>, std::less<>>;

Calls calls_in(const PythonSource& source, const PyFunction& function, const Fixtures& fixtures) {
  Calls calls;
  for (auto s = function.head + 1; s < function.end; ++s) {
    const auto& one = source.statements()[s];
    for (auto i = one.first; i + 2 < one.last; ++i) {
      const bool is_call = source.is_name(i) && source.is(i + 1, "(") && fixtures.contains(source.text(i)) &&
                           !(i > one.first && (source.is(i - 1, ".") || source.is(i - 1, "def")));
      if (is_call) calls[std::string(source.text(i))].push_back(i);
    }
  }
  return calls;
}

bool is_bound_in(const PythonSource& source, const PyFunction& function, std::string_view name) {
  for (auto s = function.head + 1; s < function.end; ++s) {
    const auto& one = source.statements()[s];
    for (auto i = one.first; i < one.last; ++i) {
      if (source.is(i, name) && source.is(i + 1, "=") && source.tokens()[i].depth == 0) return true;
    }
  }
  return takes_parameter(source, function, name);
}

// ` def f(a, b=1)` → ` def f(a, name, b=1)`; nothing where the parameters are of a kind that leaves no place.
std::optional<Edit> with_parameters(const PythonSource& source, const PyFunction& function, const std::string& names) {
  const auto open = function.def + 2;
  const auto close = source.closing(open);
  if (!close) return std::nullopt;
  std::size_t last_plain = open;
  for (auto i = open + 1; i < *close; ++i) {
    if (source.is(i, "/")) return std::nullopt;
    const auto before = code_before(source, i);
    const bool begins = source.tokens()[i].depth == 1 && source.tokens()[i].kind != PyKind::comment &&
                        (before == open || source.is(before, ","));
    if (!begins) continue;
    auto end = i;
    bool has_default = false;
    while (end < *close && !(source.is(end, ",") && source.tokens()[end].depth == 1)) {
      has_default |= source.is(end, "=") && source.tokens()[end].depth == 1;
      ++end;
    }
    if (has_default || contains(source.text(i), "*")) break;
    last_plain = code_before(source, end);
  }
  if (last_plain > open) return Edit{end_of(source.tokens()[last_plain]), 0, ", " + names};
  return Edit{end_of(source.tokens()[open]), 0, names + (*close > open + 1 ? ", " : "")};
}

class Taker {
 public:
  Taker(const PythonSource& source, const Fixtures& fixtures, const std::set<std::string, std::less<>>& called)
      : source_(source), fixtures_(fixtures), called_(called) {}

  std::vector<Edit> edits() const {
    std::vector<Edit> edits;
    for (const auto& function : functions_of(source_)) {
      const auto scope = scope_of(source_, function);
      if (!scope && !is_test(source_, function)) continue;
      const auto more = taken(function, scope.value_or(std::string(every_test)));
      edits.insert(edits.end(), more.begin(), more.end());
    }
    return edits;
  }

 private:
  std::vector<Edit> taken(const PyFunction& function, const std::string& scope) const {
    const auto calls = calls_in(source_, function, fixtures_);
    if (std::ranges::none_of(calls, [&](const auto& one) { return called_.contains(one.first); })) return {};
    std::vector<Edit> edits;
    std::string names;
    for (const auto& [name, spots] : calls) {
      if (!can_take(function, scope, name, spots)) return {};
      names += (names.empty() ? "" : ", ") + name;
      const auto open = source_.tokens()[spots[0] + 1].offset;
      edits.push_back({open, end_of(source_.tokens()[spots[0] + 2]) - open, ""});
    }
    const auto parameters = with_parameters(source_, function, names);
    if (!parameters) return {};
    edits.push_back(*parameters);
    return edits;
  }

  // One plain call, of what lives as long as who asks for it.
  bool can_take(const PyFunction& function, const std::string& scope, const std::string& name,
                const std::vector<std::size_t>& spots) const {
    const auto& fixture = fixtures_.at(name);
    const auto spot = spots[0];
    const bool is_plain = spots.size() == 1 && source_.is(spot + 2, ")") && !source_.is(spot - 1, "await");
    const bool lives = scope == every_test || fixture.scope == scope || fixture.scope == "session";
    return is_plain && lives && !fixture.yields && name != source_.text(function.def + 1) &&
           !is_bound_in(source_, function, name);
  }

  const PythonSource& source_;
  const Fixtures& fixtures_;
  const std::set<std::string, std::less<>>& called_;
};

}  // namespace

std::vector<Patch> take_called_fixture(const Patient& patient) {
  Draft draft(patient.tree);
  std::set<std::string, std::less<>> called;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    if (const auto name = capture(occurrence, "symbol"); is_python_name(name)) called.emplace(name);
  }
  const auto is_called = [&](const std::string& text) {
    return std::ranges::any_of(called, [&](const auto& name) { return contains(text, name + "()"); });
  };
  Conftests conftests(patient.tree);
  for (const auto& path : python_files(patient.tree)) {
    const auto text = is_test_file(path) ? draft.read(path) : std::nullopt;
    if (!text || text->size() > source_bytes_max || !is_called(*text)) continue;
    const PythonSource source(*text);
    const auto fixtures = conftests.visible_from(path, source);
    draft.edit(path, Taker(source, fixtures, called).edits());
  }
  return draft.patches();
}

}  // namespace regreen
