// pytest.fix-scope: a fixture asks for one that does not live as long: `tmp_path` of a single test in a fixture of the session.
// A folder comes from its factory instead; what else is asked for, the asking fixture lives no longer than.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/source.h"

#include <algorithm>
#include <array>
#include <optional>

namespace regreen {
namespace {

constexpr std::size_t lines_below_max = 4;  // the fixture that asks stands first below the message

// What makes a folder for a test, and what makes one for longer.
struct Factory {
  std::string_view fixture, factory;
};
constexpr auto factories = std::to_array<Factory>({{"tmp_path", "tmp_path_factory"}, {"tmpdir", "tmpdir_factory"}});

// "tests/conftest.py:6:  def book(tmp_path)"
struct Asking {
  std::string file, name;
};

std::optional<Asking> asking_fixture(const Tree& tree, const Occurrence& occurrence) {
  for (std::size_t i = 0; i < std::min(lines_below_max, occurrence.after.size()); ++i) {
    const std::string_view line = occurrence.after[i];
    const auto def = line.find(":  def ");
    if (def == std::string_view::npos) continue;
    const auto file = find_file(tree, line.substr(0, line.find(':')));
    const auto name = line.substr(def + 7, line.find('(', def) - def - 7);
    if (!file || !file->ends_with(".py") || !is_python_name(name)) return std::nullopt;
    return Asking{*file, std::string(name)};
  }
  return std::nullopt;
}

// The statement of the function, and its number among all.
std::optional<std::size_t> function_named(const PythonSource& source, std::string_view name) {
  for (std::size_t s = 0; s < source.statements().size(); ++s) {
    const auto& one = source.statements()[s];
    const auto def = source.is(one.first, "async") ? one.first + 1 : one.first;
    if (source.is(def, "def") && source.is(def + 1, name)) return s;
  }
  return std::nullopt;
}

// def book(tmp_path_factory):
//     tmp_path = tmp_path_factory.mktemp("book")
std::vector<Edit> made_by_factory(const PythonSource& source, std::size_t def, const Asking& asking,
                                  const Factory& row) {
  const auto& head = source.statements()[def];
  if (def + 1 >= source.statements().size()) return {};
  std::size_t body = def + 1;
  const auto& first = source.statements()[body];
  const bool is_docstring = first.last == first.first + 1 && source.tokens()[first.first].kind == PyKind::string;
  if (is_docstring) ++body;
  if (body >= source.statements().size() || source.statements()[body].indent <= head.indent) return {};
  std::vector<Edit> edits;
  for (auto i = head.first; i < head.last; ++i) {
    if (source.is(i, row.fixture) && source.tokens()[i].depth == 1 && (source.is(i - 1, "(") || source.is(i - 1, ",")))
      edits.push_back({source.tokens()[i].offset, row.fixture.size(), std::string(row.factory)});
    if (source.is(i, row.factory)) return {};
  }
  if (edits.size() != 1) return {};
  const auto begin = source.statements()[body].begin;
  const auto line = Lines(source.text()).line(source.statements()[body].line);
  edits.push_back({begin, 0,
                   std::string(indentation(line)) + std::string(row.fixture) + " = " + std::string(row.factory) +
                       ".mktemp(\"" + asking.name + "\")" + std::string(line_end(source.text()))});
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
    const auto def = function_named(source, asking->name);
    if (!def) continue;
    const auto row = std::ranges::find(factories, wanted, &Factory::fixture);
    draft.edit(asking->file, row != factories.end() ? made_by_factory(source, *def, *asking, *row)
                                                    : lives_shorter(source, *def, std::string(scope)));
  }
  return draft.patches();
}

}  // namespace regreen
