// python.find-beside: a module opens a file of the project by a path from wherever it is run. The path begins at the
// module's own folder instead: `os.path.join(os.path.dirname(__file__), "data", "rates.json")`.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/import.h"
#include "mend/python/names.h"
#include "mend/python/project.h"
#include "mend/python/source.h"

#include <algorithm>
#include <optional>

namespace regreen {
namespace {

constexpr std::size_t files_max = 2;  // a path that many files spell out is no module's own affair

// The file of the tree that the path means from the folder of the module, or one above; nothing where several are meant.
std::optional<std::string> meant_file(const Tree& tree, std::string_view module, std::string_view printed) {
  std::optional<std::string> found;
  for (auto folder = folder_of(module);; folder = folder_of(folder)) {
    const auto path = path_in(folder, printed);
    if (tree.has(path)) {
      if (found) return std::nullopt;
      found = path;
    }
    if (folder.empty()) return found;
  }
}

bool is_plain_path(std::string_view path) {
  return !path.empty() && !is_absolute(path) && is_confined_path(path) && !contains(path, "//") &&
         !path.starts_with("./") && path.find_first_of("\"'\\\n") == std::string_view::npos;
}

// "rates.json" in tollway/rates.py → os.path.join(os.path.dirname(__file__), "data", "rates.json")
std::string path_beside(std::string_view module, std::string_view file, char quote) {
  std::string text = "os.path.join(os.path.dirname(__file__)";
  const auto way = path_from(folder_of(module), file);
  for (const auto part : split(way, '/')) text += std::string(", ") + quote + std::string(part) + quote;
  return text + ")";
}

// Is the string a value of its own: not part of a longer one, not tested or compared, no key, no type, no decorator?
bool is_path_value(const PythonSource& source, std::size_t at) {
  const bool opens =
      source.is(at - 1, "(") && (source.is(at - 2, "open") || source.is(at - 2, "Path") || source.is(at - 2, "join") ||
                                 source.text(at - 2).starts_with("read") || source.text(at - 2).starts_with("load"));
  const bool follows = source.is(at + 1, ")") || source.is(at + 1, ",") || at + 1 >= source.tokens().size() ||
                       source.tokens()[at + 1].kind == PyKind::line_end ||
                       source.tokens()[at + 1].kind == PyKind::comment;
  return follows && (opens || source.is(at - 1, "="));
}

std::vector<Edit> found_beside(const PythonSource& source, std::string_view module, std::string_view printed,
                               std::string_view file) {
  std::vector<Edit> edits;
  for (std::size_t i = 2; i < source.tokens().size(); ++i) {
    const auto& token = source.tokens()[i];
    const auto text = source.text(token);
    const bool is_plain = token.kind == PyKind::string && text.size() == printed.size() + 2 &&
                          text.substr(1, printed.size()) == printed && text[0] == text.back();
    if (!is_plain) continue;
    if (!is_path_value(source, i)) return {};
    edits.push_back({token.offset, token.length, path_beside(module, file, text[0])});
  }
  if (edits.empty()) return {};
  const auto standard = [](std::string_view) { return ImportGroup::standard; };
  const auto import = add_import(source, "import os", standard);
  if (import && binds_at_top(source, "os")) return {};  // `os` is something else here
  if (import) edits.push_back(*import);
  return edits;
}

// A package finds what lies in its own folder or below; a test also what lies beside its folder.
bool is_reachable(std::string_view module, std::string_view file) {
  const auto way = path_from(folder_of(module), file);
  return !way.starts_with("../") || (is_test_file(module) && !way.starts_with("../../../"));
}

}  // namespace

std::vector<Patch> find_data_beside(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const std::string printed(capture(occurrence, "path"));
    if (!is_plain_path(printed)) continue;
    std::vector<std::string> spelling;
    for (const auto& path : python_files(patient.tree)) {
      const auto text = patient.tree.read(path).value_or("");
      if (contains(text, "\"" + printed + "\"") || contains(text, "'" + printed + "'")) spelling.push_back(path);
    }
    if (spelling.empty() || spelling.size() > files_max) continue;
    for (const auto& module : spelling) {
      const auto file = meant_file(patient.tree, module, printed);
      const auto text = file && is_reachable(module, *file) ? draft.read(module) : std::nullopt;
      if (text) draft.edit(module, found_beside(PythonSource(*text), module, printed, *file));
    }
  }
  return draft.patches();
}

}  // namespace regreen
