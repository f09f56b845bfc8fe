#include "mend/c/cmake_sources.h"

#include "base/text.h"
#include "mend/c/cmake_call.h"
#include "mend/c/link.h"
#include "mend/c/source.h"
#include "mend/place.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <vector>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// The commands that name sources.
constexpr auto naming = std::to_array<std::string_view>(
    {"add_executable", "add_library", "target_sources", "set", "list", "set_source_files_properties"});

bool is_list(std::string_view path) { return is_cmake(path) || path.ends_with(".cmake"); }

/// A word of a list that names a file of the project: "${PROJECT_SOURCE_DIR}/src/a.cpp".
struct SourceWord {
  std::size_t at = 0, length = 0;  // what stands behind the variable
  std::string base;                // the folder that it counts from
  std::string file;                // in the tree
};

std::optional<std::string> base_of(const Tree& tree, std::string_view variable, std::string_view folder) {
  if (variable.empty() || variable == "${CMAKE_CURRENT_SOURCE_DIR}" || variable == "${CMAKE_CURRENT_LIST_DIR}")
    return std::string(folder);
  if (variable == "${CMAKE_SOURCE_DIR}") return "";
  if (variable != "${PROJECT_SOURCE_DIR}") return std::nullopt;
  const auto list = cmake_project_list(tree, folder);
  return list.empty() ? std::nullopt : std::optional(std::string(folder_of(list)));
}

std::optional<SourceWord> source_word(const Tree& tree, std::string_view text, std::string_view word,
                                      std::string_view folder) {
  const auto line = text.substr(0, static_cast<std::size_t>(word.data() - text.data()));
  if (contains(line.substr(line.rfind('\n') + 1), "#")) return std::nullopt;  // npos + 1 is the front
  word = unquoted(word);
  if (word.starts_with('"')) word.remove_prefix(1);  // `"a.cpp b.cpp"` are words of their own here
  const auto brace = word.starts_with("${") ? word.find("}/") : npos;
  const auto variable = brace == npos ? std::string_view() : word.substr(0, brace + 1);
  const auto rest = brace == npos ? word : word.substr(brace + 2);
  const auto base = base_of(tree, variable, folder);
  auto file = base ? resolved(path_in(*base, rest)) : std::nullopt;
  if (!file || !is_c_family(rest) || rest.find_first_of("${}<>;*") != npos) return std::nullopt;
  return SourceWord{static_cast<std::size_t>(rest.data() - text.data()), rest.size(), *base, std::move(*file)};
}

std::vector<SourceWord> source_words(const Tree& tree, std::string_view text, std::string_view folder) {
  std::vector<SourceWord> words;
  for (const auto command : naming) {
    for (const auto& call : cmake_calls(text, command)) {
      for (const auto word : words_in_call(text, call)) {
        if (auto one = source_word(tree, text, word, folder)) words.push_back(std::move(*one));
      }
    }
  }
  return words;
}

// Is a file named by the list of its own folder, or of one between it and the top?
bool is_named(const Tree& tree, const std::string& file) {
  for (auto folder = folder_of(file);; folder = folder_of(folder)) {
    const auto text = tree.read(path_in(folder, "CMakeLists.txt"));
    const auto words = text ? source_words(tree, *text, folder) : std::vector<SourceWord>();
    if (std::ranges::find(words, file, &SourceWord::file) != words.end()) return true;
    if (folder.empty()) return false;
  }
}

// Does a folder belong to the list of another: has it none of its own on the way up to that, or to one above it?
bool is_in_project_of(const Tree& tree, std::string_view file, std::string_view folder) {
  auto own = folder_of(file);
  while (!own.empty() && !tree.has(path_in(own, "CMakeLists.txt"))) own = folder_of(own);
  return own == folder || own.empty() || folder.starts_with(std::string(own) + "/");
}

// The only file that the missing one can be: of its name, in the same project, in no list yet.
std::string new_place(const Tree& tree, const std::string& missing, std::string_view folder) {
  std::string found;
  for (const auto& path : tree.list()) {
    if (name_of(path) != name_of(missing) || is_foreign(path) || is_vendored(path)) continue;
    if (!is_in_project_of(tree, path, folder) || is_named(tree, path)) continue;
    if (!found.empty()) return "";
    found = path;
  }
  return found;
}

// The file that CMake prints, relative to the list's folder or from the root of the machine.
std::string missing_file(const Tree& tree, std::string_view folder, const std::string& written,
                         const std::vector<SourceWord>& words) {
  if (!written.starts_with('/')) return resolved(path_in(folder, written)).value_or("");
  const auto one = std::ranges::find_if(
      words, [&](const SourceWord& word) { return written.ends_with("/" + word.file) && !tree.has(word.file); });
  return one == words.end() ? "" : one->file;
}

}  // namespace

void name_moved_sources(const Tree& tree, std::string_view folder, const std::string& written, Draft& draft) {
  for (const auto& path : tree.list()) {
    if (!is_list(path) || folder_of(path) != folder) continue;
    const auto text = draft.read(path);
    if (!text) continue;
    const auto words = source_words(tree, *text, folder);
    const auto missing = missing_file(tree, folder, written, words);
    if (missing.empty() || std::ranges::find(words, missing, &SourceWord::file) == words.end()) continue;
    if (new_place(tree, missing, folder).empty()) continue;
    std::set<std::size_t> done;
    std::vector<Edit> edits;
    for (const auto& word : words) {
      const bool is_gone = folder_of(word.file) == folder_of(missing) && !tree.has(word.file);
      const auto place = is_gone && done.insert(word.at).second ? new_place(tree, word.file, folder) : "";
      if (!place.empty()) edits.push_back({word.at, word.length, path_from(word.base, place)});
    }
    draft.edit(path, std::move(edits));
  }
}

std::string cmake_folder(const Tree& tree, std::string_view error) {
  constexpr std::string_view mark = "CMake Error at ";
  const auto at = error.find(mark);
  if (at == npos) return "";
  const auto rest = error.substr(at + mark.size());
  const auto file = find_file(tree, rest.substr(0, rest.find(':')));
  return file ? std::string(folder_of(*file)) : "";
}

}  // namespace regreen
