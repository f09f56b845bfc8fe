// pytest.fix-scope: a fixture asks for one that does not live as long: `tmp_path` of a single test in a fixture of the session.
// A folder comes from its factory instead, and who patches does so by a patcher of its own; what else is asked for, the asking fixture
// lives no longer than.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/language/expression.h"
#include "mend/python/language/names.h"
#include "mend/python/language/project.h"
#include "mend/python/language/source.h"

#include <algorithm>
#include <array>
#include <optional>

namespace regreen {
namespace {

constexpr std::size_t lines_below_max = 4;  // the fixture that asks stands first below the message

constexpr std::string_view patcher = "monkeypatch";

// What makes a folder for a test, and what makes one for longer.
struct Factory {
  std::string_view fixture, factory, type;
};
constexpr auto factories = std::to_array<Factory>({{"tmp_path", "tmp_path_factory", "pytest.TempPathFactory"},
                                                   {"tmpdir", "tmpdir_factory", "pytest.TempdirFactory"}});

// "tests/conftest.py:6:  def book(tmp_path)"
struct Asking {
  std::string file, name;
};

// "def book(tmp_path: Path, db)": does it ask for the fixture?
bool asks_for(std::string_view def, std::string_view fixture) {
  const PythonSource source(def);
  for (std::size_t i = 3; i < source.tokens().size(); ++i) {
    if (source.is(i, fixture) && (source.is(i - 1, "(") || source.is(i - 1, ","))) return true;
  }
  return false;
}

// Below the message stand those that ask for each other, the one that asks for the wanted one nearest to it.
std::optional<Asking> asking_fixture(const Tree& tree, const Occurrence& occurrence) {
  for (std::size_t i = 0; i < std::min(lines_below_max, occurrence.after.size()); ++i) {
    const std::string_view line = occurrence.after[i];
    const auto def = line.find(":  def ");
    if (def == std::string_view::npos) continue;
    if (!asks_for(line.substr(def + 3), capture(occurrence, "symbol"))) continue;
    const auto file = find_file(tree, line.substr(0, line.find(':')));
    const auto name = line.substr(def + 7, line.find('(', def) - def - 7);
    if (!file || !file->ends_with(".py") || !is_python_name(name)) return std::nullopt;
    return Asking{*file, std::string(name)};
  }
  return std::nullopt;
}

/// A fixture's function while it is changed.
struct FixtureFunction {
  const PythonSource& source;
  PyFunction function;
  std::vector<PyValue> parameters;
  std::size_t body = 0;  ///< its first statement behind the docstring

  const PyStatement& head() const { return source.statements()[function.head]; }
  const PyStatement& last() const { return source.statements()[function.end - 1]; }
  std::string indent() const {
    return std::string(indentation(Lines(source.text()).line(source.statements()[body].line)));
  }
  std::string line(const std::string& text) const { return indent() + text + std::string(line_end(source.text())); }
};

bool is_docstring(const PythonSource& source, const PyStatement& one) {
  return one.last == one.first + 1 && source.tokens()[one.first].kind == PyKind::string;
}

std::optional<FixtureFunction> fixture_named(const PythonSource& source, std::string_view name) {
  for (const auto& function : functions_of(source)) {
    const auto& head = source.statements()[function.head];
    const auto close = source.is(function.def + 1, name) ? source.closing(function.def + 2) : std::nullopt;
    if (!close) continue;
    FixtureFunction found{source, function, arguments_between(source, function.def + 2, *close), function.head + 1};
    if (found.body < function.end && is_docstring(source, source.statements()[found.body])) ++found.body;
    const bool has_body = found.body < function.end && source.statements()[found.body].indent > head.indent;
    return has_body ? std::optional(found) : std::nullopt;
  }
  return std::nullopt;
}

// def book(tmp_path_factory):
//     tmp_path = tmp_path_factory.mktemp("book")
std::vector<Edit> made_by_factory(const FixtureFunction& fixture, const PyValue& parameter, const Factory& row) {
  const auto& source = fixture.source;
  for (auto i = fixture.head().first; i < fixture.head().last; ++i) {
    if (source.is(i, row.factory)) return {};
  }
  const auto& begin = source.tokens()[parameter.first];
  const bool is_typed = parameter.last > parameter.first + 1 && binds_at_top(source, "pytest");
  const std::string factory(row.factory), type = is_typed ? ": " + std::string(row.type) : "";
  const auto made = std::string(row.fixture) + " = " + factory + ".mktemp(\"" +
                    std::string(source.text(fixture.function.def + 1)) + "\")";
  return {{begin.offset, end_of(source.tokens()[parameter.last - 1]) - begin.offset, factory + type},
          {source.statements()[fixture.body].begin, 0, fixture.line(made)}};
}

Edit without_parameter(const FixtureFunction& fixture, std::size_t index) {
  const auto& all = fixture.parameters;
  const auto& tokens = fixture.source.tokens();
  const auto begin_of = [&](std::size_t i) { return tokens[all[i].first].offset; };
  const auto behind = [&](std::size_t i) { return end_of(tokens[all[i].last - 1]); };
  const auto begin = index > 0 && index + 1 == all.size() ? behind(index - 1) : begin_of(index);
  const auto end = index + 1 < all.size() ? begin_of(index + 1) : behind(index);
  return {begin, end - begin, ""};
}

// How a function hands out what it makes: by one `return` or `yield` of its own body, by nothing; else nothing is known.
enum class HandsOut { unknown, nothing, at_return, at_yield };

HandsOut hands_out(const FixtureFunction& fixture) {
  const auto& source = fixture.source;
  std::size_t returns = 0, yields = 0, own_yields = 0;
  const auto indent = source.statements()[fixture.body].indent;
  for (auto s = fixture.body; s < fixture.function.end; ++s) {
    const auto& one = source.statements()[s];
    if (is_def(source, one) || source.is(one.first, "class")) return HandsOut::unknown;
    if (source.is(one.first, "yield") && one.indent == indent) ++own_yields;
    for (auto i = one.first; i < one.last; ++i) {
      if (source.is(i, "return")) ++returns;
      if (source.is(i, "yield")) ++yields;
    }
  }
  const auto& last = fixture.last();
  if (returns + yields == 0) return HandsOut::nothing;
  if (returns == 1 && yields == 0 && source.is(last.first, "return") && last.indent == indent)
    return HandsOut::at_return;
  return returns == 0 && yields == 1 && own_yields == 1 ? HandsOut::at_yield : HandsOut::unknown;
}

// def book():
//     monkeypatch = pytest.MonkeyPatch()
//     …
//     yield 1
//     monkeypatch.undo()
std::vector<Edit> patched_by_its_own(const FixtureFunction& fixture, std::size_t index) {
  const auto& source = fixture.source;
  const auto how = hands_out(fixture);
  const auto& head = fixture.head();
  const bool is_typed = contains(source.text().substr(head.begin, head.end - head.begin), "->");
  const bool is_plain = source.is(head.first, "def") && source.text().substr(0, fixture.last().end).ends_with('\n');
  if (how == HandsOut::unknown || !is_plain || !binds_at_top(source, "pytest")) return {};
  if (is_typed && how != HandsOut::at_yield) return {};
  const std::string name(patcher);
  std::vector<Edit> edits = {
      without_parameter(fixture, index),
      {source.statements()[fixture.body].begin, 0, fixture.line(name + " = pytest.MonkeyPatch()")}};
  if (how == HandsOut::at_return) edits.push_back({source.tokens()[fixture.last().first].offset, 6, "yield"});
  const auto end = (how == HandsOut::nothing ? fixture.line("yield") : "") + fixture.line(name + ".undo()");
  edits.push_back({fixture.last().end, 0, end});
  return edits;
}

bool is_folder(std::string_view name) {
  return std::ranges::find(factories, name, &Factory::fixture) != factories.end();
}

// Does a fixture live as long as all tests of a run or of a package?
bool is_of_all_tests(const FixtureFunction& fixture) {
  if (fixture.function.head == 0) return false;
  const auto& mark = fixture.source.statements()[fixture.function.head - 1];
  const auto text = fixture.source.text().substr(mark.begin, mark.end - mark.begin);
  return contains(text, "session") || contains(text, "package");
}

// Does a fixture that lives longer than a test ask for one of that name? Then it cannot live shorter.
bool is_wanted_for_longer(const Tree& tree, std::string_view name) {
  return std::ranges::any_of(python_files(tree, is_test_file), [&](const std::string& path) {
    const auto text = tree.read(path);
    if (!text || !contains(*text, name)) return false;
    const PythonSource source(*text);
    return std::ranges::any_of(functions_of(source), [&](const PyFunction& one) {
      if (one.head == 0 || !takes_parameter(source, one, name)) return false;
      const auto& mark = source.statements()[one.head - 1];
      const auto written = source.text().substr(mark.begin, mark.end - mark.begin);
      return contains(written, "fixture") && contains(written, "scope");
    });
  });
}

// All that lives as long as one test and can be had for longer. What a fixture of all tests patches would stay patched for all of them: it
// rather lives shorter.
std::vector<Edit> had_for_longer(const FixtureFunction& fixture, bool may_patch) {
  std::vector<Edit> edits;
  for (std::size_t i = 0; i < fixture.parameters.size(); ++i) {
    const auto& parameter = fixture.parameters[i];
    const auto name = fixture.source.text(parameter.first);
    const auto row = std::ranges::find(factories, name, &Factory::fixture);
    std::vector<Edit> more;
    if (row != factories.end()) more = made_by_factory(fixture, parameter, *row);
    if (name == patcher && !may_patch) return {};
    if (name == patcher) more = patched_by_its_own(fixture, i);
    edits.insert(edits.end(), more.begin(), more.end());
  }
  return edits;
}

// @pytest.fixture(scope="session") → @pytest.fixture, or the scope of what it asks for.
std::vector<Edit> lives_shorter(const PythonSource& source, std::size_t def, const std::string& scope) {
  for (auto s = def; s-- > 0;) {
    const auto& mark = source.statements()[s];
    if (!source.is(mark.first, "@")) return {};
    for (auto i = mark.first; i + 2 < mark.last; ++i) {
      const bool is_scope =
          source.is(i, "scope") && source.is(i + 1, "=") && source.tokens()[i + 2].kind == PyKind::string;
      if (!is_scope || !contains(source.text().substr(mark.begin, mark.end - mark.begin), "fixture")) continue;
      const auto& value = source.tokens()[i + 2];
      const auto quote = source.text(value).substr(0, 1);
      return {{value.offset, value.length, std::string(quote) + scope + std::string(quote)}};
    }
  }
  return {};
}

}  // namespace

std::vector<Patch> fix_fixture_scope(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto asking = asking_fixture(patient.tree, occurrence);
    const auto wanted = capture(occurrence, "symbol"), scope = capture(occurrence, "scope");
    const auto text = asking && draft.patch().find(asking->file) == nullptr ? draft.read(asking->file) : std::nullopt;
    if (!text || !is_python_name(scope)) continue;
    const PythonSource source(*text);
    const auto fixture = fixture_named(source, asking->name);
    if (!fixture || !takes_parameter(source, fixture->function, wanted)) continue;
    const bool may_patch = !is_of_all_tests(*fixture) || is_wanted_for_longer(patient.tree, asking->name);
    auto edits = is_folder(wanted) || wanted == patcher ? had_for_longer(*fixture, may_patch) : std::vector<Edit>{};
    if (edits.empty() && !is_folder(wanted)) edits = lives_shorter(source, fixture->function.head, std::string(scope));
    draft.edit(asking->file, std::move(edits));
  }
  return draft.patches();
}

}  // namespace regreen
