#include "mend/c/build/built_header.h"

#include "base/text.h"
#include "mend/c/build/cmake_call.h"
#include "mend/c/build/link.h"
#include "mend/place.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace regreen {
namespace {

constexpr std::string_view built_here = "${CMAKE_CURRENT_BINARY_DIR}";

std::string without_quotes(std::string_view word) {
  if (word.size() > 1 && word.starts_with('"') && word.ends_with('"')) word = word.substr(1, word.size() - 2);
  return std::string(word);
}

std::string word_behind(const std::vector<std::string_view>& words, std::string_view key) {
  const auto found = std::ranges::find(words, key);
  return found == words.end() || found + 1 == words.end() ? "" : without_quotes(*(found + 1));
}

// A relative one lies in the build folder that belongs to the list.
std::string from_top(const std::string& path) {
  if (path.empty() || path.starts_with('$') || path.starts_with('/')) return path;
  return fmt::format("{}/{}", built_here, path);
}

// The files that a list has written into the build folder.
std::vector<std::string> files_built_by(std::string_view list) {
  std::vector<std::string> files;
  for (const auto& call : cmake_calls(list, "configure_file")) {
    const auto words = words_in_call(list, call);
    if (words.size() > 1) files.push_back(from_top(without_quotes(words[1])));
  }
  for (const auto* command : {"file", "add_custom_command"}) {
    for (const auto& call : cmake_calls(list, command)) {
      const auto words = words_in_call(list, call);
      files.push_back(from_top(word_behind(words, "OUTPUT")));
      // file(WRITE) counts from the folder of the sources.
      if (auto file = word_behind(words, "WRITE"); file.starts_with("${")) files.push_back(std::move(file));
    }
  }
  for (const auto& call : cmake_calls(list, "generate_export_header")) {
    const auto words = words_in_call(list, call);
    auto file = word_behind(words, "EXPORT_FILE_NAME"), base = word_behind(words, "BASE_NAME");
    if (base.empty() && !words.empty()) base = words[0];
    files.push_back(from_top(file.empty() ? lower(base) + "_export.h" : file));
  }
  return files;
}

// The folder as another list calls it: that of the list above is the project's, where the project is one.
std::string named_in(const Tree& tree, const std::string& folder, std::string_view writer, std::string_view reader) {
  const bool is_other = writer != reader;
  if (!is_other || !folder.starts_with(built_here)) return folder;
  const bool has_project = !cmake_calls(tree.read(writer).value_or(""), "project").empty();
  const bool is_own_project = !cmake_calls(tree.read(reader).value_or(""), "project").empty();
  if (!has_project || is_own_project) return "";
  return "${PROJECT_BINARY_DIR}" + folder.substr(built_here.size());
}

}  // namespace

std::string folder_of_built_header(const Tree& tree, std::string_view header, std::string_view reader) {
  const auto end = "/" + std::string(header);
  std::string found;
  for (const auto& list : tree.list()) {
    const bool is_above = folder_of(list).empty() || reader.starts_with(std::string(folder_of(list)) + "/");
    const auto text = is_cmake(list) && is_above ? tree.read(list) : std::nullopt;
    if (!text) continue;
    for (const auto& file : files_built_by(*text)) {
      if (!file.starts_with("${") || !file.ends_with(end)) continue;
      const auto folder = named_in(tree, file.substr(0, file.size() - end.size()), list, reader);
      if (folder.empty() || (!found.empty() && found != folder)) return "";
      found = folder;
    }
  }
  return found;
}

}  // namespace regreen
