// cmake.follow-target: a library of the project has another name today, and who links it does not know.
//
//   /usr/bin/ld: cannot find -lnetutil: No such file or directory      target_link_libraries(urlhost PRIVATE netutil)
//
// No list makes or finds the old name, and the sources of those that link it include headers of one library that they do not
// link: that is meant. Where a target is configured by the old name, the only one that the same list makes is.

#include "base/text.h"
#include "mend/c/cmake_call.h"
#include "mend/c/fixers.h"
#include "mend/c/link.h"
#include "mend/c/source.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

using Names = std::set<std::string, std::less<>>;

// What takes the names of targets of the project.
constexpr auto users = std::to_array<std::string_view>(
    {"target_link_libraries", "target_include_directories", "target_compile_definitions", "target_compile_features",
     "target_compile_options", "target_sources", "target_link_options", "set_target_properties", "add_dependencies",
     "install"});
constexpr auto finders = std::to_array<std::string_view>(
    {"find_library", "find_package", "pkg_check_modules", "FetchContent_Declare", "ExternalProject_Add"});

/// A target of the project.
struct Target {
  bool is_library = false;
  std::string list;                  ///< that makes it
  std::vector<std::string> sources;  ///< of the tree
  Names headers;                     ///< folders that it lets others see
  Names linked, aliases;
};

// A path of a list, from the top of the project; nothing where it cannot be told.
std::optional<std::string> path_named(std::string_view folder, std::string_view top, std::string_view word) {
  word = unquoted(word);
  if (word.starts_with("$<BUILD_INTERFACE:") && word.ends_with('>')) word = word.substr(18, word.size() - 19);
  for (const std::string_view root : {"${CMAKE_CURRENT_SOURCE_DIR}", "${CMAKE_CURRENT_LIST_DIR}"}) {
    if (word.starts_with(root)) word = word.substr(std::min(root.size() + 1, word.size()));
  }
  for (const std::string_view root : {"${PROJECT_SOURCE_DIR}", "${CMAKE_SOURCE_DIR}"}) {
    if (!word.starts_with(root)) continue;
    word = word.substr(std::min(root.size() + 1, word.size()));
    folder = top;
  }
  if (contains(word, "$") || word.starts_with('/')) return std::nullopt;
  auto inside = resolved(path_in(path_in(folder, word), "x"));
  return inside ? std::optional<std::string>(folder_of(*inside)) : std::nullopt;
}

/// The targets of all lists of a tree.
class Project {
 public:
  explicit Project(const Tree& tree) : tree_(tree) {
    for (const auto& path : tree.list()) {
      if ((is_cmake(path) || path.ends_with(".cmake")) && !is_foreign(path)) lists_.push_back(path);
    }
    for (const auto& path : lists_) read(path, tree.read(path).value_or(""));
  }

  const std::vector<std::string>& lists() const { return lists_; }

  // Is it a target, or something that a list looks for on the machine?
  bool knows(std::string_view name) const {
    const bool is_target = std::ranges::any_of(targets_, [&](const auto& one) {
      return (one.first == name && !one.second.list.empty()) || one.second.aliases.contains(name);
    });
    return is_target || found_.contains(name) || found_.contains(name.substr(0, name.find("::")));
  }

  // The library that all who link the name mean; "" where it cannot be told.
  std::string linked_as(std::string_view name) const {
    Names meant;
    for (const auto& [user, target] : targets_) {
      if (!target.linked.contains(name)) continue;
      for (const auto& library : libraries_included_by(user, target)) meant.insert(library);
    }
    return only_plain(meant);
  }

  // The only target that a list makes; "" where it makes none, or several.
  std::string only_of(std::string_view list) const {
    Names made;
    for (const auto& [name, target] : targets_) {
      if (target.list == list) made.insert(name);
    }
    return only_plain(made);
  }

  // What a target is called by who writes names like the old one, with "::" or without.
  std::string name_like(const std::string& target, std::string_view old) const {
    const auto& aliases = targets_.at(target).aliases;
    return contains(old, "::") && aliases.size() == 1 ? *aliases.begin() : target;
  }

 private:
  static std::string only_plain(const Names& names) {
    return names.size() == 1 && !contains(*names.begin(), "$") ? *names.begin() : "";
  }

  void read(const std::string& path, std::string_view text) {
    const std::string_view folder = folder_of(path), top = folder_of(cmake_project_list(tree_, folder));
    for (const auto command : finders) {
      for (const auto& call : cmake_calls(text, command)) {
        for (const auto word : words_in_call(text, call)) found_.emplace(unquoted(word));
      }
    }
    for (const std::string_view command : {"add_library", "add_executable", "target_sources"}) {
      for (const auto& call : cmake_calls(text, command)) read_made(path, command, words_in_call(text, call));
    }
    for (const auto& call : cmake_calls(text, "target_include_directories")) {
      const auto words = words_in_call(text, call);
      bool is_seen = false;
      for (std::size_t i = 1; i < words.size(); ++i) {
        const bool is_kind = words[i] == "PUBLIC" || words[i] == "INTERFACE" || words[i] == "PRIVATE";
        if (is_kind) is_seen = words[i] != "PRIVATE";
        const auto seen = is_kind || !is_seen ? std::nullopt : path_named(folder, top, words[i]);
        if (seen) targets_[std::string(words[0])].headers.insert(*seen);
      }
    }
    for (const auto& call : cmake_calls(text, "target_link_libraries")) {
      const auto words = words_in_call(text, call);
      for (std::size_t i = 1; i < words.size(); ++i) targets_[std::string(words[0])].linked.emplace(unquoted(words[i]));
    }
  }

  void read_made(const std::string& path, std::string_view command, const std::vector<std::string_view>& words) {
    if (words.empty()) return;
    const std::string name(words[0]);
    const bool is_other = words.size() > 2 && words[1] == "ALIAS";
    if (is_other) return static_cast<void>(targets_[std::string(words[2])].aliases.insert(name));
    if (std::ranges::find(words, "IMPORTED") != words.end()) return static_cast<void>(found_.insert(name));
    auto& target = targets_[name];
    if (command != "target_sources") target.list = path;
    target.is_library |= command == "add_library";
    for (const auto word : words) {
      const auto file = path_named(folder_of(path), folder_of(path), word);
      if (file && is_c_family(*file) && tree_.has(*file)) target.sources.push_back(*file);
    }
  }

  // Is a header of the library's what an include names, by a folder that it shows, else beside a source of its name?
  bool shows(const Target& library, std::string_view include) const {
    if (!library.headers.empty())
      return std::ranges::any_of(library.headers,
                                 [&](const auto& folder) { return tree_.has(path_in(folder, include)); });
    const auto stem = [](std::string_view path) { return name_of(path).substr(0, name_of(path).find('.')); };
    return std::ranges::any_of(library.sources, [&](const auto& source) { return stem(source) == stem(include); });
  }

  Names libraries_included_by(const std::string& user, const Target& target) const {
    Names libraries;
    for (const auto& source : target.sources) {
      const auto text = tree_.read(source).value_or("");
      for (const auto line : split_lines(text)) {
        const auto open = trim(line).starts_with('#') && contains(line, "include") ? line.find_first_of("\"<") : npos;
        const auto close = open == npos ? npos : line.find_first_of("\">", open + 1);
        if (close == npos) continue;
        const auto include = line.substr(open + 1, close - open - 1);
        for (const auto& [name, one] : targets_) {
          const bool is_linked =
              target.linked.contains(name) ||
              std::ranges::any_of(one.aliases, [&](const auto& alias) { return target.linked.contains(alias); });
          if (one.is_library && name != user && !is_linked && shows(one, include)) libraries.insert(name);
        }
      }
    }
    return libraries;
  }

  const Tree& tree_;
  std::vector<std::string> lists_;
  std::map<std::string, Target, std::less<>> targets_;
  Names found_;
};

// "-lnetutil" as the rule captured it; `Target "x" links to:` with the name on a line of its own; "for target "x" which is not built".
Names names_said(const Occurrence& occurrence) {
  Names names;
  for (const auto* key : {"package", "symbol"}) names.emplace(capture(occurrence, key));
  for (const auto& line : lines_of(occurrence)) {
    const auto word = trim(line);
    const bool is_name = contains(word, "::") && word.find_first_of(" \t/(\"") == npos;
    if (is_name && contains(occurrence.at.text, "target was not found")) names.emplace(word);
    if (is_name && contains(occurrence.at.text, "links to:")) names.emplace(word);
  }
  names.erase("");
  return names;
}

void rename(const Project& project, std::string_view old, const std::string& today, Draft& draft) {
  for (const auto& path : project.lists()) {
    const auto text = draft.read(path).value_or("");
    std::vector<Edit> edits;
    for (const auto command : users) {
      for (const auto& call : cmake_calls(text, command)) {
        for (const auto word : words_in_call(text, call)) {
          const auto name = unquoted(word);
          if (name == old) edits.push_back({static_cast<std::size_t>(name.data() - text.data()), old.size(), today});
        }
      }
    }
    if (!edits.empty()) draft.edit(path, std::move(edits));
  }
}

// The lists in which a target is configured by a name.
Names configured_in(const Project& project, const Tree& tree, std::string_view name) {
  Names lists;
  for (const auto& path : project.lists()) {
    const auto text = tree.read(path).value_or("");
    const bool is_there =
        std::ranges::any_of(users, [&](auto command) { return cmake_call_for(text, command, name).has_value(); });
    if (is_there) lists.insert(path);
  }
  return lists;
}

}  // namespace

std::vector<Patch> follow_cmake_target(const Patient& patient) {
  Draft draft(patient.tree);
  Names done;
  std::optional<Project> project;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    for (const auto& old : names_said(occurrence)) {
      if (!done.insert(old).second) continue;
      if (!project) project.emplace(patient.tree);
      if (project->knows(old)) continue;
      const auto lists = configured_in(*project, patient.tree, old);
      auto today = lists.size() == 1 ? project->only_of(*lists.begin()) : "";
      if (lists.empty()) today = project->linked_as(old);
      if (!today.empty()) rename(*project, old, project->name_like(today, old), draft);
    }
  }
  return draft.patches();
}

}  // namespace regreen
