#include "mend/c/build/cmake_sources.h"

#include "base/text.h"
#include "mend/c/build/cmake_call.h"
#include "mend/c/build/link.h"
#include "mend/c/language/source.h"
#include "mend/place.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::string_view project_variable = "${PROJECT_SOURCE_DIR}";

// The commands that name sources.
constexpr auto naming = std::to_array<std::string_view>(
    {"add_executable", "add_library", "target_sources", "set", "list", "set_source_files_properties"});

/// A word of a list that names a file of the project: "${PROJECT_SOURCE_DIR}/src/a.cpp".
struct SourceWord {
  std::size_t at = 0, length = 0;  // what stands behind the variable
  std::string base;                // the folder that it counts from
  std::string file;                // in the tree
};

/// The folders that the words of a list count from.
struct Bases {
  std::string_view folder;  // of the list
  std::optional<std::string> project;
};

Bases bases_of(const Tree& tree, std::string_view text, std::string_view folder) {
  const auto list = contains(text, project_variable) ? cmake_project_list(tree, folder) : "";
  return {folder, list.empty() ? std::nullopt : std::optional(std::string(folder_of(list)))};
}

std::optional<std::string> base_of(const Bases& bases, std::string_view variable) {
  if (variable.empty() || variable == "${CMAKE_CURRENT_SOURCE_DIR}" || variable == "${CMAKE_CURRENT_LIST_DIR}")
    return std::string(bases.folder);
  if (variable == "${CMAKE_SOURCE_DIR}") return "";
  return variable == project_variable ? bases.project : std::nullopt;
}

std::optional<SourceWord> source_word(const Bases& bases, std::string_view text, std::string_view word) {
  word = unquoted(word);
  if (word.starts_with('"')) word.remove_prefix(1);  // `"a.cpp b.cpp"` are words of their own here
  const auto brace = word.starts_with("${") ? word.find("}/") : npos;
  const auto variable = brace == npos ? std::string_view() : word.substr(0, brace + 1);
  const auto rest = brace == npos ? word : word.substr(brace + 2);
  const auto base = base_of(bases, variable);
  auto file = base ? resolved(path_in(*base, rest)) : std::nullopt;
  if (!file || !is_c_family(rest) || rest.find_first_of("${}<>;*") != npos) return std::nullopt;
  return SourceWord{offset_in(text, rest), rest.size(), *base, std::move(*file)};
}

// The words of a call that stand in no comment.
std::vector<std::string_view> plain_words(std::string_view text, const CMakeCall& call) {
  std::vector<std::string_view> words;
  auto seen = call.open;
  bool is_comment = false;
  for (const auto word : words_in_call(text, call)) {
    const auto end = offset_in(text, word);
    const auto before = text.substr(seen, end - seen), line = before.substr(before.rfind('\n') + 1);
    is_comment = contains(line, "#") || (is_comment && line.size() == before.size());
    seen = end;
    if (!is_comment) words.push_back(word);
  }
  return words;
}

std::vector<SourceWord> source_words(const Tree& tree, std::string_view text, std::string_view folder) {
  std::vector<SourceWord> words;
  const auto bases = bases_of(tree, text, folder);
  for (const auto command : naming) {
    for (const auto& call : cmake_calls(text, command)) {
      for (const auto word : plain_words(text, call)) {
        if (auto one = source_word(bases, text, word)) words.push_back(std::move(*one));
      }
    }
  }
  return words;
}

// Does a folder belong to the list of another: has it none of its own on the way up to that, or to one above it?
bool is_in_project_of(const Tree& tree, std::string_view file, std::string_view folder) {
  auto own = folder_of(file);
  while (!own.empty() && !tree.has(path_in(own, "CMakeLists.txt"))) own = folder_of(own);
  return own == folder || own.empty() || folder.starts_with(std::string(own) + "/");
}

/// The sources of a project: each list is read once, and files are found by their name.
class Sources {
 public:
  explicit Sources(const Tree& tree) : tree_(tree) {
    for (const auto& path : tree.list()) {
      if (is_c_family(path) && !is_foreign(path) && !is_vendored(path))
        by_name_[std::string(name_of(path))].push_back(path);
      if (name_of(path) == "CMakeLists.txt") read(path);
    }
  }

  // The only file that the missing one can be: of its name, in the same project, in no list yet.
  std::string new_place(const std::string& missing, std::string_view folder) const {
    std::string found;
    const auto row = by_name_.find(name_of(missing));
    if (row == by_name_.end()) return "";
    for (const auto& path : row->second) {
      if (named_.contains(path) || !is_in_project_of(tree_, path, folder)) continue;
      if (!found.empty()) return "";
      found = path;
    }
    return found;
  }

 private:
  // A list names what lies below it; what lies elsewhere is for the list there to name.
  void read(const std::string& list) {
    const auto folder = folder_of(list);
    const auto front = path_in(folder, "");
    for (auto& word : source_words(tree_, tree_.read(list).value_or(""), folder)) {
      if (word.file.starts_with(front)) named_.insert(std::move(word.file));
    }
  }

  const Tree& tree_;
  std::map<std::string, std::vector<std::string>, std::less<>> by_name_;
  std::set<std::string> named_;
};

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
  std::optional<Sources> sources;
  for (const auto& path : tree.list()) {
    if (!is_cmake_list(path) || folder_of(path) != folder) continue;
    const auto text = draft.read(path);
    if (!text) continue;
    const auto words = source_words(tree, *text, folder);
    const auto missing = missing_file(tree, folder, written, words);
    if (missing.empty() || std::ranges::find(words, missing, &SourceWord::file) == words.end()) continue;
    if (!sources) sources.emplace(tree);
    if (sources->new_place(missing, folder).empty()) continue;
    std::set<std::size_t> done;
    std::map<std::string, std::string> places;  // by the file that is gone
    std::vector<Edit> edits;
    for (const auto& word : words) {
      const bool is_gone = folder_of(word.file) == folder_of(missing) && !tree.has(word.file);
      if (!is_gone || !done.insert(word.at).second) continue;
      const auto [row, is_new] = places.try_emplace(word.file);
      if (is_new) row->second = sources->new_place(word.file, folder);
      if (!row->second.empty()) edits.push_back({word.at, word.length, path_from(word.base, row->second)});
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
