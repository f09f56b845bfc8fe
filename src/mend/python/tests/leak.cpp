// tests.restore-state: what a test changes for the whole process is changed through pytest's monkeypatch, which puts it back:
// os.environ["X"] = …, os.chdir(…), an attribute of an imported module.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/python/fixers.h"
#include "mend/python/language/expression.h"
#include "mend/python/language/import.h"
#include "mend/python/language/names.h"
#include "mend/python/language/project.h"

#include <algorithm>
#include <set>

namespace regreen {
namespace {

constexpr std::size_t files_max = 400;
constexpr std::size_t patches_max = 4;

// Names that stand for modules: `import a`, `import a.b as c`, `from pkg import settings` where that is a file.
std::set<std::string, std::less<>> modules_in(const PythonSource& source, const PythonProject& project) {
  std::set<std::string, std::less<>> names;
  for (const auto& one : imports_of(source)) {
    for (const auto& name : one.names) {
      const bool plain = !one.is_from && (!name.alias.empty() || !contains(name.name, "."));
      const bool part = one.is_from && project.file_of(one.module + "." + name.name).has_value();
      if (plain || part) names.emplace(name.bound());
    }
  }
  return names;
}

std::string_view piece(const PythonSource& source, std::size_t first, std::size_t last) {
  const auto begin = source.tokens()[first].offset;
  return source.text().substr(begin, end_of(source.tokens()[last - 1]) - begin);
}

// The statement as monkeypatch does it; "" where it changes nothing beyond the test.
std::string restored(const PythonSource& source, const PyStatement& one,
                     const std::set<std::string, std::less<>>& modules) {
  const auto first = one.first;
  const bool environ = source.is_attribute(first, "os", "environ") && source.is(first + 3, "[");
  const auto close = environ ? source.closing(first + 3) : std::nullopt;
  if (close && source.is(*close + 1, "=") && *close + 2 < one.last)
    return "monkeypatch.setenv(" + std::string(piece(source, first + 4, *close)) + ", " +
           std::string(piece(source, *close + 2, one.last)) + ")";
  const bool chdir = source.is_attribute(first, "os", "chdir") && source.is(first + 3, "(");
  if (chdir && source.closing(first + 3) == one.last - 1)
    return "monkeypatch" + std::string(piece(source, first + 1, one.last));
  const bool attribute = source.is(first + 1, ".") && source.is_name(first + 2) && source.is(first + 3, "=") &&
                         first + 4 < one.last && modules.contains(source.text(first));
  if (!attribute) return "";
  return "monkeypatch.setattr(" + std::string(source.text(first)) + ", \"" + std::string(source.text(first + 2)) +
         "\", " + std::string(piece(source, first + 4, one.last)) + ")";
}

bool is_test(const PythonSource& source, const PyStatement& one) {
  const auto def = source.is(one.first, "async") ? one.first + 1 : one.first;
  const bool named = source.is(def, "def") && source.is_name(def + 1) && source.is(def + 2, "(") &&
                     source.text(def + 1).starts_with("test");
  return named && source.closing(def + 2).has_value();
}

// One test, where it neither cleans up by itself nor is one of unittest's, which know no fixtures.
std::vector<Edit> restored_test(const PythonSource& source, std::size_t index,
                                const std::set<std::string, std::less<>>& modules) {
  const auto& all = source.statements();
  const auto& head = all[index];
  std::vector<Edit> edits;
  for (auto i = index + 1; i < all.size() && all[i].indent > head.indent; ++i) {
    const auto& one = all[i];
    if (source.is(one.first, "finally") || source.is(one.first, "del") ||
        contains(piece(source, one.first, one.last), ".pop("))
      return {};
    const auto after = restored(source, one, modules);
    const auto begin = source.tokens()[one.first].offset;
    if (!after.empty()) edits.push_back({begin, end_of(source.tokens()[one.last - 1]) - begin, after});
  }
  if (edits.empty()) return {};
  const auto open = source.is(head.first, "async") ? head.first + 3 : head.first + 2;
  const auto close = *source.closing(open);
  for (auto i = open; i < close; ++i) {
    if (source.is(i, "monkeypatch")) return edits;
    if (source.is(i, "self") && contains(source.text(), "TestCase")) return {};
    if (source.is(i, "*") || source.is(i, "**")) return {};
  }
  edits.push_back(with_argument(source, open, close, "monkeypatch"));
  return edits;
}

// `import os`, where nothing else uses it any more
std::string without_import_of_os(std::string text) {
  const PythonSource source(text);
  if (!uses_of(source, "os").empty()) return text;
  for (const auto& one : imports_of(source)) {
    if (one.is_from || one.names.size() != 1 || one.names[0].name != "os" || !one.names[0].alias.empty()) continue;
    const auto edits = remove_names(source, one, {0});
    return edits ? apply_edits(text, *edits).value_or(text) : text;
  }
  return text;
}

}  // namespace

std::vector<Patch> restore_test_state(const Patient& patient) {
  const PythonProject project(patient.tree, patient.rules);
  std::vector<Patch> patches;  // one for each file: the failure does not say which of them
  for (const auto& path : python_files(patient.tree, is_test_file, files_max)) {
    Draft draft(patient.tree);
    const auto text = draft.read(path);
    if (!text) continue;
    const PythonSource source(*text);
    const auto modules = modules_in(source, project);
    std::vector<Edit> edits;
    for (std::size_t i = 0; i < source.statements().size(); ++i) {
      if (!is_test(source, source.statements()[i])) continue;
      auto more = restored_test(source, i, modules);
      std::ranges::move(more, std::back_inserter(edits));
    }
    if (edits.empty() || !draft.edit(path, std::move(edits))) continue;
    draft.write(path, without_import_of_os(*draft.read(path)));
    std::ranges::move(draft.patches(), std::back_inserter(patches));
  }
  return patches.size() <= patches_max ? patches : std::vector<Patch>{};
}

}  // namespace regreen
