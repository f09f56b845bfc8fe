// cmake.run-in-source: CTest runs a test in the build folder, and the test opens a file of the sources by a relative path.
//
//   2/2 Test #2: file .............................***Failed    0.01 sec
//   cannot open tests/data/stations.txt
//
// The test is run in the folder from which the path leads to a file of the project, where that is only one, a source names the
// path, and the lists do not copy it to the build.

#include "base/text.h"
#include "mend/c/build/cmake_call.h"
#include "mend/c/build/link.h"
#include "mend/c/fixers.h"
#include "mend/c/language/source.h"
#include "mend/draft.h"
#include "mend/place.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

namespace regreen {
namespace {

constexpr std::size_t lines_max = 40;         // of what a test prints
constexpr std::size_t line_bytes_max = 4096;  // of one that complains

// Who says that a file is not there says one of these.
constexpr auto complaints =
    std::to_array<std::string_view>({"open", "no such file", "not found", "cannot", "can't", "could not", "couldn't",
                                     "unable", "not exist", "missing"});
constexpr auto copiers = std::to_array<std::string_view>({"configure_file", "file", "add_custom_command"});

bool complains(std::string_view line) {
  const auto text = lower(line);
  return std::ranges::any_of(complaints, [&](auto word) { return contains(text, word); });
}

// The line under which the next test is told of, or the end.
bool ends_test(std::string_view line) {
  line = trim(line);
  return contains(line, " Test ") || contains(line, "% tests passed") || line.starts_with("Start ");
}

// The relative paths that a line names.
std::vector<std::string> paths_in(std::string_view line) {
  std::string plain(line);
  std::ranges::replace_if(
      plain, [](char c) { return contains("'\"`()[]<>,;:=", std::string_view(&c, 1)); }, ' ');
  std::vector<std::string> paths;
  for (auto word : split(plain, ' ')) {
    while (word.ends_with('.')) word.remove_suffix(1);
    const bool is_path = word.size() > 3 && contains(word, ".") && !word.starts_with('/') && !word.starts_with("..");
    if (is_path) paths.emplace_back(word.starts_with("./") ? word.substr(2) : word);
  }
  return paths;
}

// Does a source name the path, or the folder that it begins with?
bool is_written_in_source(const Tree& tree, const std::string& path) {
  const auto folder = path.substr(0, path.find('/'));
  const auto front = folder == path ? "\"" + path + "\"" : "\"" + folder + "/";
  return std::ranges::any_of(tree.list(), [&](const auto& file) {
    const auto text = is_c_family(file) ? tree.read(file).value_or("") : "";
    return contains(text, front) || contains(text, "\"./" + front.substr(1));
  });
}

// Do the lists copy the file, or its folder, to the build?
bool is_copied(const Tree& tree, const std::string& path) {
  const std::string name(name_of(path)), folder(name_of(folder_of(path)));
  return std::ranges::any_of(tree.list(), [&](const auto& file) {
    const auto text = is_cmake(file) || file.ends_with(".cmake") ? tree.read(file).value_or("") : "";
    return std::ranges::any_of(copiers, [&](auto command) {
      return std::ranges::any_of(cmake_calls(text, command), [&](const CMakeCall& call) {
        const auto said = std::string_view(text).substr(call.open, call.close - call.open);
        return contains(said, name) || (!folder.empty() && contains(said, folder));
      });
    });
  });
}

/// The files that tests may look for, and the folder from which a path leads to one: each path is looked for once.
class DataFiles {
 public:
  explicit DataFiles(const Tree& project) : tree(project) {
    for (auto& file : tree.list()) {
      if (!is_c_family(file)) by_name[std::string(name_of(file))].push_back(file);
    }
  }

  // The only folder from which a path leads to a file, where a source names the path and nothing copies the file.
  std::optional<std::string> folder_for(const std::string& path) {
    const auto [at, is_new] = known.try_emplace(path);
    if (!is_new) return at->second;
    const auto folder = only_folder(path);
    if (folder && is_written_in_source(tree, path) && !is_copied(tree, path)) at->second = folder;
    return at->second;
  }

 private:
  const Tree& tree;
  std::map<std::string, std::vector<std::string>> by_name;
  std::map<std::string, std::optional<std::string>> known;

  std::optional<std::string> only_folder(const std::string& path) const {
    const auto files = by_name.find(std::string(name_of(path)));
    if (files == by_name.end()) return std::nullopt;
    std::optional<std::string> found;
    for (const auto& file : files->second) {
      if (file != path && !file.ends_with("/" + path)) continue;
      if (found) return std::nullopt;
      found = file == path ? "" : file.substr(0, file.size() - path.size() - 1);
    }
    return found;
  }
};

std::optional<std::string> folder_wanted(DataFiles& files, const Occurrence& occurrence) {
  for (std::size_t i = 0; i < std::min(occurrence.after.size(), lines_max); ++i) {
    const auto& line = occurrence.after[i];
    if (ends_test(line)) break;
    if (line.size() > line_bytes_max || !complains(line)) continue;
    for (const auto& path : paths_in(line)) {
      if (auto folder = files.folder_for(path)) return folder;
    }
  }
  return std::nullopt;
}

// The folder as a list in `home` has to name it.
std::string cmake_folder(const Tree& tree, std::string_view home, const std::string& folder) {
  if (folder == home) return "${CMAKE_CURRENT_SOURCE_DIR}";
  const auto list = cmake_project_list(tree, home);
  const auto project = folder_of(list);
  if (list.empty()) return "";
  if (folder == project) return "${PROJECT_SOURCE_DIR}";
  const bool is_below = project.empty() || folder.starts_with(std::string(project) + "/");
  return is_below ? "${PROJECT_SOURCE_DIR}/" + path_from(project, folder) : "";
}

// Is a test told by name elsewhere where to run?
bool has_folder(std::string_view list, std::string_view test) {
  return std::ranges::any_of(cmake_calls(list, "set_tests_properties"), [&](const CMakeCall& call) {
    const auto words = words_in_call(list, call);
    return std::ranges::count(words, test) > 0 && std::ranges::count(words, "WORKING_DIRECTORY") > 0;
  });
}

// A target, or a path that does not begin where the test runs.
bool is_found_everywhere(const Tree& tree, std::string_view command) {
  if (command.starts_with('$') || command.starts_with('/')) return true;
  return std::ranges::any_of(tree.list(), [&](const auto& path) {
    return is_cmake(path) && cmake_call_for(tree.read(path).value_or(""), "add_executable", command);
  });
}

// Lets the test of a list in `home` run in a folder.
std::optional<Edit> run_in(const Tree& tree, std::string_view list, std::string_view home, std::string_view test,
                           const std::string& folder) {
  for (const auto& call : cmake_calls(list, "add_test")) {
    const auto words = words_in_call(list, call);
    const bool has_name = words.size() > 3 && words[0] == "NAME" && words[1] == test && words[2] == "COMMAND";
    const bool is_old = words.size() > 1 && words[0] == test;
    if (!has_name && !is_old) continue;
    if (std::ranges::count(words, "WORKING_DIRECTORY") > 0 || has_folder(list, test)) return std::nullopt;
    if (!is_found_everywhere(tree, words[has_name ? 3 : 1])) return std::nullopt;
    const auto name = cmake_folder(tree, home, folder);
    if (name.empty()) return std::nullopt;
    if (is_old)
      return line_below(list, call,
                        "set_tests_properties(" + std::string(test) + " PROPERTIES WORKING_DIRECTORY " + name + ")");
    const auto end = offset_in(list, words.back()) + words.back().size();
    return Edit{end, 0, " WORKING_DIRECTORY " + name};
  }
  return std::nullopt;
}

}  // namespace

std::vector<Patch> run_ctest_in_source(const Patient& patient) {
  Draft draft(patient.tree);
  DataFiles files(patient.tree);
  std::set<std::string> seen;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const std::string test(capture(occurrence, "test"));
    if (test.empty() || !seen.insert(test).second) continue;
    const auto folder = folder_wanted(files, occurrence);
    for (const auto& path : patient.tree.list()) {
      const auto text = folder && is_cmake(path) && !is_foreign(path) ? draft.read(path) : std::nullopt;
      const auto edit = text ? run_in(patient.tree, *text, folder_of(path), test, *folder) : std::nullopt;
      if (edit) draft.edit(path, {*edit});
    }
  }
  return draft.patches();
}

}  // namespace regreen
