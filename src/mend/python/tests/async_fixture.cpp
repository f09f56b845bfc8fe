// python.mark-async-fixture: pytest hands on the coroutine or generator of an `async def` fixture as it is, since only
// fixtures of the plugin run them (pytest-asyncio's strict mode, its default since 0.19).

#include "base/text.h"
#include "mend/draft.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/language/import.h"
#include "mend/python/language/names.h"
#include "mend/python/language/project.h"

#include <array>

namespace regreen {
namespace {

// Is it the plugin that the project's tests run with?
bool uses_plugin(const Tree& tree) {
  constexpr auto files = std::to_array<std::string_view>({"*.py", "*.toml", "*.txt", "*.cfg", "*.ini"});
  return is_mentioned(tree, files, "pytest.mark.asyncio") || is_mentioned(tree, files, "pytest-asyncio") ||
         is_mentioned(tree, files, "pytest_asyncio") || is_mentioned(tree, files, "asyncio_mode");
}

// @pytest.fixture above `async def` → @pytest_asyncio.fixture
std::vector<Edit> marked(const PythonSource& source) {
  std::vector<Edit> edits;
  const auto& statements = source.statements();
  for (std::size_t s = 1; s < statements.size(); ++s) {
    if (!source.is(statements[s].first, "async") || !source.is(statements[s].first + 1, "def")) continue;
    for (auto above = s; above-- > 0 && source.is(statements[above].first, "@");) {
      const auto name = statements[above].first + 1;
      if (source.is_attribute(name, "pytest", "fixture"))
        edits.push_back({source.tokens()[name].offset, 6, "pytest_asyncio"});
    }
  }
  return edits;
}

}  // namespace

std::vector<Patch> mark_async_fixtures(const Patient& patient) {
  Draft draft(patient.tree);
  if (!uses_plugin(patient.tree)) return {};
  const PythonProject project(patient.tree, patient.rules);
  for (const auto& path : python_files(patient.tree)) {
    const auto text = draft.read(path);
    if (!text || !contains(*text, "fixture") || !contains(*text, "async def")) continue;
    const PythonSource source(*text);
    auto edits = marked(source);
    if (edits.empty()) continue;
    if (!binds_at_top(source, "pytest_asyncio")) {
      const auto import =
          add_import(source, "import pytest_asyncio", [&](auto module) { return project.group_of(module, path); });
      if (!import) continue;
      edits.push_back(*import);
    }
    draft.edit(path, std::move(edits));
  }
  return draft.patches();
}

}  // namespace regreen
