// Where CMake lists name the sources of a target, and where a further one belongs.

#include "mend/c/build/cmake_library.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/c/build/cmake_call.h"
#include "mend/c/build/link.h"
#include "mend/c/language/source.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// What lists write in front of a path that is one of their folder anyway.
constexpr auto roots =
    std::to_array<std::string_view>({"", "${CMAKE_CURRENT_SOURCE_DIR}/", "${CMAKE_CURRENT_LIST_DIR}/"});

/// A call that names sources: `add_library(a …)`, `target_sources(a …)`, the `set(SOURCES …)` that one of them takes.
struct SourceList {
  std::string path;
  CMakeCall call;
  std::vector<std::string> sources;  ///< of the tree
  std::string_view root;             ///< in front of them
};

/// A target of the project.
struct Target {
  bool is_library = false;
  bool is_known = true;  ///< all its sources stand in lists
  std::vector<SourceList> lists;
  std::set<std::string> linked;
};

using Targets = std::map<std::string, Target>;

SourceList list_of(const Tree& tree, const std::string& path, std::string_view text, const CMakeCall& call) {
  SourceList list{path, call, {}, {}};
  for (const auto word : words_in_call(text, call)) {
    for (const auto root : roots) {
      const auto plain = unquoted(word);
      if (!plain.starts_with(root) || contains(plain.substr(root.size()), "$")) continue;
      const auto file = resolved(path_in(folder_of(path), plain.substr(root.size())));
      if (!file || !tree.has(*file) || !is_c_family_source(*file)) continue;
      list.sources.push_back(*file);
      list.root = root;
    }
  }
  return list;
}

// `${NAME}` of a call, as the only `set(NAME …)` of its list names it.
void add_variables(const Tree& tree, const std::string& path, std::string_view text, const CMakeCall& call,
                   Target& target) {
  for (const auto word : words_in_call(text, call)) {
    const auto plain = unquoted(word);
    if (!plain.starts_with("${") || !plain.ends_with('}')) continue;
    const auto name = plain.substr(2, plain.size() - 3);
    std::vector<CMakeCall> sets;
    for (const auto& set : cmake_calls(text, "set")) {
      const auto words = words_in_call(text, set);
      if (!words.empty() && words[0] == name) sets.push_back(set);
    }
    if (sets.size() == 1)
      target.lists.push_back(list_of(tree, path, text, sets[0]));
    else
      target.is_known = false;
  }
}

Targets targets_of(const Tree& tree) {
  static constexpr auto without_sources = std::to_array<std::string_view>({"ALIAS", "IMPORTED", "INTERFACE"});
  Targets targets;
  for (const auto& path : tree.list()) {
    const auto text = is_cmake(path) ? tree.read(path).value_or("") : "";
    for (const std::string_view command : {"add_library", "add_executable", "target_sources"}) {
      for (const auto& call : cmake_calls(text, command)) {
        const auto words = words_in_call(text, call);
        const bool is_other = words.size() > 1 && is_among(words[1], without_sources);
        if (words.empty() || (is_other && command != "target_sources")) continue;
        auto& target = targets[std::string(words[0])];
        target.is_library |= command == "add_library";
        target.lists.push_back(list_of(tree, path, text, call));
        add_variables(tree, path, text, call, target);
      }
    }
    for (const auto& call : cmake_calls(text, "target_link_libraries")) {
      const auto words = words_in_call(text, call);
      for (std::size_t i = 1; i < words.size(); ++i) targets[std::string(words[0])].linked.emplace(words[i]);
    }
  }
  return targets;
}

// The libraries of the project that a target links, and those that they do.
std::set<std::string> linked_by(const Targets& targets, const std::string& target) {
  std::set<std::string> all;
  std::vector<std::string> next = {target};
  while (!next.empty()) {
    const auto known = targets.find(next.back());
    next.pop_back();
    if (known == targets.end()) continue;
    for (const auto& library : known->second.linked) {
      const auto found = targets.find(library);
      if (found != targets.end() && found->second.is_library && all.insert(library).second) next.push_back(library);
    }
  }
  all.erase(target);
  return all;
}

// The list of a target with sources of a folder; of any folder where none is asked for.
const SourceList* list_with(const Target& target, std::optional<std::string_view> folder) {
  for (const auto& list : target.lists) {
    const bool is_one =
        std::ranges::any_of(list.sources, [&](const auto& source) { return !folder || folder_of(source) == *folder; });
    if (is_one) return &list;
  }
  return nullptr;
}

// The one library that holds sources of the folder; else, unless the target itself holds such, the only one with sources at all.
const SourceList* home_for(const Targets& targets, const std::string& source, const std::string& target) {
  const auto own = targets.find(target);
  if (own == targets.end() || own->second.is_library) return nullptr;
  std::vector<const SourceList*> near, all;
  for (const auto& library : linked_by(targets, target)) {
    const auto& one = targets.at(library);
    if (const auto* list = list_with(one, folder_of(source))) near.push_back(list);
    if (const auto* list = list_with(one, std::nullopt)) all.push_back(list);
  }
  if (!near.empty()) return near.size() == 1 ? near[0] : nullptr;
  if (const auto* list = list_with(own->second, folder_of(source))) return list;
  return all.size() == 1 ? all[0] : nullptr;
}

// The file that a word of a list in a folder names, by a variable for the top of the project as well.
std::optional<std::string> file_named(std::string_view folder, std::string_view word) {
  for (const std::string_view top : {"${PROJECT_SOURCE_DIR}/", "${CMAKE_SOURCE_DIR}/"}) {
    if (word.starts_with(top)) return resolved(word.substr(top.size()));
  }
  for (const auto root : roots) {
    if (!root.empty() && word.starts_with(root)) word.remove_prefix(root.size());
  }
  return resolved(path_in(folder, word));
}

std::set<std::string> sources_in(const Targets& targets, const std::string& library) {
  std::set<std::string> sources;
  const auto found = targets.find(library);
  if (found == targets.end()) return {};
  for (const auto& list : found->second.lists) sources.insert(list.sources.begin(), list.sources.end());
  return sources;
}

}  // namespace

bool list_beside_in_cmake(const Tree& tree, const std::string& source, const std::string& target, Draft& draft) {
  const PatchedTree drafted(tree, draft.patch());
  const auto targets = targets_of(drafted);
  const auto neighbours = sources_in(targets, cmake_library_with(drafted, source));
  for (const auto& path : tree.list()) {
    const auto text = is_cmake(path) ? draft.read(path) : std::nullopt;
    const auto made = text ? cmake_call_for(*text, "add_executable", target) : std::nullopt;
    if (!made) continue;
    std::string_view beside;
    for (const auto word : words_in_call(*text, *made)) {
      const auto file = file_named(folder_of(path), unquoted(word));
      if (file == source) return true;
      if (file && neighbours.contains(*file) && folder_of(*file) == folder_of(source)) beside = word;
    }
    if (beside.empty()) continue;
    const auto name = beside.rfind(name_of(unquoted(beside)));
    const auto written =
        std::string(beside.substr(0, name)) + std::string(name_of(source)) + (beside.ends_with('"') ? "\"" : "");
    const auto end = offset_in(*text, beside) + beside.size();
    return draft.edit(path, {{end, 0, gap_before(*text, beside) + written}});
  }
  return false;
}

bool list_in_cmake(const Tree& tree, const std::string& source, const std::string& target, Draft& draft) {
  const PatchedTree drafted(tree, draft.patch());
  const auto targets = targets_of(drafted);
  for (const auto& [name, one] : targets) {
    for (const auto& list : one.lists) {
      if (is_among(source, list.sources)) return false;
    }
  }
  const auto* home = home_for(targets, source, target);
  const auto text = home != nullptr ? draft.read(home->path) : std::nullopt;
  const std::string folder(home != nullptr ? folder_of(home->path) : "");
  if (!text || (!folder.empty() && !source.starts_with(folder + "/"))) return false;
  const auto written = std::string(home->root) + (folder.empty() ? source : source.substr(folder.size() + 1));
  const auto behind = end_of_code_before(*text, home->call.close);
  const auto line_at = text->rfind('\n', behind - 1);
  const bool in_lines = line_at != npos && line_at > home->call.open;
  const auto line = std::string_view(*text).substr(line_at == npos ? 0 : line_at + 1);
  const auto gap = in_lines ? std::string(line_end(*text)) + std::string(indentation(line)) : " ";
  return draft.edit(home->path, {{behind, 0, gap + written}});
}

}  // namespace regreen
