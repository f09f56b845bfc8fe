// cmake.link-publicly: a library links to another one for itself alone, and its own public headers include those of the other.
//
//   In file included from app/main.cpp:3:
//   render/include/render/canvas.hpp:6:10: fatal error: core/colour.hpp: No such file or directory
//
//   target_link_libraries(render PRIVATE core glyphs)   →   target_link_libraries(render PUBLIC core PRIVATE glyphs)
//
// Who uses the library then sees the headers of the other one. Which of several it is, the sources that it builds or its name say.

#include "base/text.h"
#include "mend/c/build/cmake_call.h"
#include "mend/c/build/link.h"
#include "mend/c/fixers.h"
#include "mend/c/language/source.h"
#include "mend/draft.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <map>
#include <set>

namespace regreen {
namespace {

/// What the CMake lists of a project say of its libraries.
struct Libraries {
  std::map<std::string, std::set<std::string>> folders;  ///< that others see, from the top
  std::map<std::string, std::set<std::string>> sources;  ///< their names without ending
  std::map<std::string, std::string> aliases;
};

// The folder that a word means, from the top of the tree; "?" where that cannot be told.
std::string folder_meant(std::string_view word, const std::string& home) {
  word = unquoted(word);
  if (word.starts_with("$<BUILD_INTERFACE:") && word.ends_with('>')) word = word.substr(18, word.size() - 19);
  std::string base = home;
  for (const std::string_view root : {"${CMAKE_CURRENT_SOURCE_DIR}", "${CMAKE_CURRENT_LIST_DIR}"}) {
    if (word.starts_with(root)) word.remove_prefix(root.size());
  }
  for (const std::string_view root : {"${PROJECT_SOURCE_DIR}", "${CMAKE_SOURCE_DIR}"}) {
    if (!word.starts_with(root)) continue;
    word.remove_prefix(root.size());
    base = "";
  }
  if (word.starts_with('/')) word.remove_prefix(1);
  if (contains(word, "$")) return "?";
  return resolved(word.empty() ? (base.empty() ? "." : base) : path_in(base, word)).value_or("?");
}

void read_list(std::string_view text, const std::string& home, Libraries& libraries) {
  for (const auto& call : cmake_calls(text, "target_include_directories")) {
    const auto words = words_in_call(text, call);
    bool is_seen = false;
    for (std::size_t i = 1; i < words.size(); ++i) {
      const bool is_keyword = words[i] == "PUBLIC" || words[i] == "INTERFACE" || words[i] == "PRIVATE";
      if (is_keyword) is_seen = words[i] != "PRIVATE";
      if (!is_keyword && is_seen) libraries.folders[std::string(words[0])].insert(folder_meant(words[i], home));
    }
  }
  for (const auto& call : cmake_calls(text, "add_library")) {
    const auto words = words_in_call(text, call);
    if (words.size() == 3 && words[1] == "ALIAS") libraries.aliases[std::string(words[0])] = words[2];
    for (std::size_t i = 1; i < words.size(); ++i)
      libraries.sources[std::string(words[0])].emplace(name_of(words[i]).substr(0, name_of(words[i]).rfind('.')));
  }
}

std::string path_under(const std::string& folder, std::string_view path) {
  return folder.empty() || folder == "." ? std::string(path) : path_in(folder, path);
}

// Does a library let others see the file by the name that an include gives it?
bool shows(const Tree& tree, const Libraries& libraries, const std::string& library, const std::string& header) {
  const auto found = libraries.folders.find(library);
  return found != libraries.folders.end() &&
         std::ranges::any_of(found->second, [&](const auto& folder) { return tree.has(path_under(folder, header)); });
}

bool owns(const Libraries& libraries, const std::string& library, const std::string& file) {
  const auto found = libraries.folders.find(library);
  return found != libraries.folders.end() && std::ranges::any_of(found->second, [&](const auto& folder) {
           return folder == "." || folder.empty() || file.starts_with(folder + "/");
         });
}

/// A library that a call names, as it is written and as it is called.
struct Linked {
  std::string_view word;
  std::string name;
};

// `fmt::fmt` for <fmt/core.h>: an imported library, by the folder of its headers.
bool is_imported_for(std::string_view word, std::string_view header) {
  const auto colons = word.find("::");
  const auto folder = lower(std::string(header.substr(0, header.find('/'))));
  return colons != std::string_view::npos && contains(header, "/") &&
         (lower(std::string(word.substr(0, colons))) == folder ||
          lower(std::string(word.substr(colons + 2))) == folder);
}

enum class Part { hidden, others };

// Those that stand behind PRIVATE, or the others.
std::vector<Linked> linked_in(const std::vector<std::string_view>& words, const Libraries& libraries, Part part) {
  std::vector<Linked> linked;
  bool is_private = false;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const bool is_keyword = words[i] == "PUBLIC" || words[i] == "INTERFACE" || words[i] == "PRIVATE";
    if (is_keyword) is_private = words[i] == "PRIVATE";
    if (is_keyword || is_private != (part == Part::hidden)) continue;
    const auto alias = libraries.aliases.find(std::string(words[i]));
    linked.push_back({words[i], alias == libraries.aliases.end() ? std::string(words[i]) : alias->second});
  }
  return linked;
}

// The one of several that the header belongs to.
std::vector<Linked> narrowed(const std::vector<Linked>& all, const Libraries& libraries, const std::string& header) {
  const std::string stem(name_of(header).substr(0, name_of(header).rfind('.')));
  std::vector<Linked> builds, named;
  for (const auto& one : all) {
    const auto sources = libraries.sources.find(one.name);
    if (sources != libraries.sources.end() && sources->second.contains(stem)) builds.push_back(one);
    if (one.name == header.substr(0, header.find('/'))) named.push_back(one);
  }
  return all.size() == 1 ? all : builds.size() == 1 ? builds : named;
}

// Moves a word of the PRIVATE part into the PUBLIC one.
std::vector<Edit> shown(std::string_view text, const std::vector<std::string_view>& words, std::string_view word) {
  const auto at = [&](std::string_view one) { return offset_in(text, one); };
  const auto key = std::ranges::find(words, "PRIVATE");
  const auto moved = std::ranges::find_if(words, [&](auto one) { return one.data() == word.data(); });
  if (key == words.end() || moved < key || std::ranges::count(words, "PRIVATE") != 1) return {};
  const auto is_keyword = [](std::string_view one) { return one == "PUBLIC" || one == "INTERFACE"; };
  const auto end = std::find_if(key + 1, words.end(), is_keyword);
  const bool is_only = end - key == 2;
  const auto existing = std::ranges::find(words, "PUBLIC");
  if (is_only && existing == words.end()) return {{at(*key), 7, "PUBLIC"}};
  const auto* first = is_only ? &*key : &*moved;
  const auto from = end_of_code_before(text, at(*first)), to = at(*moved) + moved->size();
  const Edit gone{from, to - from, ""};
  if (existing != words.end()) return {gone, {at(*existing) + 6, 0, " " + std::string(word)}};
  const auto line = text.substr(text.rfind('\n', at(*key)) + 1, at(*key) - text.rfind('\n', at(*key)) - 1);
  const std::string gap = trim(line).empty() ? std::string(line_end(text)) + std::string(line) : " ";
  return {{at(*key), 0, "PUBLIC " + std::string(word) + gap}, gone};
}

std::vector<Edit> edits_for(const Tree& tree, std::string_view text, const Libraries& libraries,
                            const std::string& file, const std::string& header) {
  for (const auto& call : cmake_calls(text, "target_link_libraries")) {
    const auto words = words_in_call(text, call);
    if (words.empty() || !owns(libraries, std::string(words[0]), file)) continue;
    const auto is_for = [&](const Linked& one) {
      return shows(tree, libraries, one.name, header) || is_imported_for(one.word, header);
    };
    if (std::ranges::any_of(linked_in(words, libraries, Part::others), is_for)) continue;
    std::vector<Linked> own, imported;
    for (const auto& one : linked_in(words, libraries, Part::hidden)) {
      if (shows(tree, libraries, one.name, header)) own.push_back(one);
      if (is_imported_for(one.word, header)) imported.push_back(one);
    }
    const auto meant = narrowed(own.empty() ? imported : own, libraries, header);
    if (meant.size() == 1) return shown(text, words, meant[0].word);
  }
  return {};
}

}  // namespace

std::vector<Patch> link_cmake_publicly(const Patient& patient) {
  Libraries libraries;
  std::vector<std::string> lists;
  for (const auto& path : patient.tree.list()) {
    const auto text = is_cmake(path) && !is_foreign(path) ? patient.tree.read(path) : std::nullopt;
    if (!text || text->size() > source_bytes_max) continue;
    lists.push_back(path);
    read_list(*text, std::string(folder_of(path)), libraries);
  }
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = places_of(patient.tree, occurrence);
    const std::string header(capture(occurrence, occurrence.captures.contains("path") ? "path" : "module"));
    if (places.empty() || header.empty() || !is_c_header(places[0].file)) continue;
    for (const auto& path : lists) {
      const auto text = draft.read(path);
      if (text) draft.edit(path, edits_for(patient.tree, *text, libraries, places[0].file, header));
    }
  }
  return draft.patches();
}

}  // namespace regreen
