// c.compile-for-sharing: what goes into a shared library must be compiled for any address. The CMake target that the linker
// names says so; one that CMake fetched cannot, so the whole project does; a Makefile tells the compiler. Where the project
// says the opposite, it is left alone.

#include "base/text.h"
#include "mend/c/build/cmake_call.h"
#include "mend/c/build/link.h"
#include "mend/c/fixers.h"
#include "mend/c/language/source.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::string_view property = "POSITION_INDEPENDENT_CODE";

// "/usr/bin/ld: core/libmixer.a(mixer.cpp.o): relocation …" → "core/libmixer.a(mixer.cpp.o)"; lld names it below,
// ">>> defined in …".
std::string object_said(const Occurrence& occurrence) {
  const std::string_view line = occurrence.at.text;
  for (const std::string_view mark : {": relocation R_", ": requires "}) {
    const auto end = line.find(mark);
    if (end == npos) continue;
    const auto front = line.substr(0, end), object = front.substr(front.find_last_of(" \t") + 1);  // npos + 1 is 0
    if (object != "error") return std::string(object);
  }
  constexpr std::string_view defined = ">>> defined in ", referenced = ">>>               ";
  std::string object;
  for (const std::string_view below : occurrence.after) {
    if (contains(below, " error: ")) break;
    if (below.starts_with(defined) && object.empty()) object = below.substr(defined.size());
    if (below.starts_with(referenced) && contains(below, ":(")) {
      const auto from = below.substr(referenced.size());
      const auto archive = from.find(" in archive ");
      const auto name = std::string(from.substr(0, from.find(":(")));
      return archive == npos ? name : std::string(from.substr(archive + 12)) + "(" + name + ")";
    }
  }
  return object;
}

// "core/libmixer.a(mixer.cpp.o)" and "core/CMakeFiles/mixer.dir/mixer.cpp.o" → "mixer"; "" where CMake did not make it.
std::string target_of(std::string_view object) {
  if (const auto archive = object.find(".a("); archive != npos) {
    const auto name = name_of(object.substr(0, archive));
    return name.starts_with("lib") ? std::string(name.substr(3)) : "";
  }
  const auto dir = object.find(".dir/"), files = object.find("CMakeFiles/");
  return dir == npos || files == npos || dir < files + 11 ? ""
                                                          : std::string(object.substr(files + 11, dir - files - 11));
}

bool is_word(std::string_view text) {
  return !text.empty() &&
         std::ranges::all_of(text, [](char c) { return is_word_byte(c) || c == '-' || c == '.' || c == '+'; });
}

// ---- CMake ----

// The name of a target as the list writes it: `${PROJECT_NAME}` stands for that of project().
std::string_view meant(std::string_view list, std::string_view word) {
  if (word != "${PROJECT_NAME}") return word;
  const auto projects = cmake_calls(list, "project");
  const auto words = projects.size() == 1 ? words_in_call(list, projects[0]) : std::vector<std::string_view>();
  return words.empty() ? word : words[0];
}

// Does a call set the property of the target, to whatever?
bool is_settled(std::string_view list, std::string_view target) {
  for (const std::string_view command : {"set_target_properties", "set_property"}) {
    for (const auto& call : cmake_calls(list, command)) {
      const auto words = words_in_call(list, call);
      const auto has = [&](auto wanted) {
        return std::ranges::any_of(words, [&](auto word) { return meant(list, word) == wanted; });
      };
      if (has(property) && has(target)) return true;
    }
  }
  return false;
}

// A line below the call that makes the library.
std::optional<Edit> set_for_target(std::string_view list, std::string_view target) {
  for (const auto& call : cmake_calls(list, "add_library")) {
    const auto words = words_in_call(list, call);
    if (words.empty() || meant(list, words[0]) != target) continue;
    const bool is_foreign = std::ranges::any_of(
        words, [](auto word) { return word == "IMPORTED" || word == "ALIAS" || word == "INTERFACE"; });
    if (is_foreign || is_settled(list, target)) return std::nullopt;
    return line_below(
        list, call, "set_target_properties(" + std::string(words[0]) + " PROPERTIES " + std::string(property) + " ON)");
  }
  return std::nullopt;
}

// Does a list say for all targets that follow how they are compiled?
bool sets_for_all(std::string_view list) {
  const auto variable = "CMAKE_" + std::string(property);
  return cmake_call_for(list, "set", variable) || cmake_call_for(list, "option", variable) ||
         contains(lower(list), "-fno-pi");
}

// For all targets, those that are fetched below as well: a line above the first that is made.
std::optional<Edit> set_for_all(std::string_view list) {
  static constexpr auto makers =
      std::to_array<std::string_view>({"add_library", "add_executable", "add_subdirectory", "FetchContent_Declare",
                                       "FetchContent_MakeAvailable", "CPMAddPackage", "include"});
  if (sets_for_all(list) || cmake_calls(list, "project").empty()) return std::nullopt;
  std::size_t first = npos;
  for (const auto maker : makers) {
    for (const auto& call : cmake_calls(list, maker)) first = std::min(first, call.begin);
  }
  if (first == npos || first < cmake_calls(list, "project")[0].close) return std::nullopt;
  const std::string end(line_end(list));
  const auto begin = first == 0 ? 0 : list.rfind('\n', first) + 1;
  return Edit{begin, 0, "set(CMAKE_" + std::string(property) + " ON)" + end + end};
}

// Does a list, or one above it, say for all targets how they are compiled?
bool is_settled_for_all(const Tree& tree, std::string_view list) {
  for (auto folder = folder_of(list);; folder = folder_of(folder)) {
    if (sets_for_all(tree.read(path_in(folder, "CMakeLists.txt")).value_or(""))) return true;
    if (folder.empty()) return false;
  }
}

bool tell_cmake(const Tree& tree, std::string_view object, Draft& draft) {
  if (contains(object, "_deps/")) {
    const auto list = draft.read("CMakeLists.txt");
    const auto edit = list ? set_for_all(*list) : std::nullopt;
    return edit && draft.edit("CMakeLists.txt", {*edit});
  }
  const auto target = target_of(object);
  if (!is_word(target)) return false;
  for (const auto& path : tree.list()) {
    const auto list = is_cmake(path) ? draft.read(path) : std::nullopt;
    const auto edit = list ? set_for_target(*list, target) : std::nullopt;
    if (edit) return !is_settled_for_all(tree, path) && draft.edit(path, {*edit});
  }
  return false;
}

// ---- make ----

// "src/level.o", "libmixer.a(mixer.o)": the sources that it can be made of, one.
std::string source_of(const Tree& tree, std::string_view object) {
  const auto open = object.find('(');
  auto name = name_of(open == npos ? object : object.substr(open + 1, object.size() - open - 2));
  if (!name.ends_with(".o")) return "";
  name.remove_suffix(2);
  std::string found;
  for (const auto& path : tree.list()) {
    if (!is_c_family_source(path) || name_of(path).substr(0, name_of(path).rfind('.')) != name) continue;
    if (!found.empty() && path.ends_with(".c") != found.ends_with(".c")) return "";
    found = path;
  }
  return found;
}

// A line above all rules, where make's own rules compile, or the recipes ask for the variable that nothing sets.
std::optional<Edit> new_variable(std::string_view makefile, std::string_view variable, const std::string& flag) {
  const Lines lines(makefile);
  const bool is_asked = contains(makefile, "$(" + std::string(variable) + ")");
  const bool compiles = std::ranges::any_of(split_lines(makefile),
                                            [](auto line) { return line.starts_with('\t') && contains(line, " -c "); });
  if (compiles && !is_asked) return std::nullopt;
  std::size_t number = 1;
  while (lines.line(number).starts_with('#')) ++number;
  const std::string end(line_end(makefile));
  return Edit{lines.begin(number), 0, std::string(variable) + " += " + flag + end + end};
}

void tell_make(const Tree& tree, std::string_view object, const std::string& flag, Draft& draft) {
  const auto source = source_of(tree, object);
  if (source.empty()) return;
  for (const auto& path : tree.list()) {
    const auto text = is_makefile(path) && folder_of(path).empty() ? draft.read(path) : std::nullopt;
    if (!text || contains(lower(*text), lower(flag)) || contains(lower(*text), "-fno-pi")) continue;
    const auto* variable = source.ends_with(".c") ? "CFLAGS" : "CXXFLAGS";
    const auto at = end_of_flags(*text, {variable});
    const auto edit = at ? Edit{*at, 0, " " + flag} : new_variable(*text, variable, flag);
    if (edit) draft.edit(path, {*edit});
  }
}

}  // namespace

std::vector<Patch> compile_for_sharing(const Patient& patient) {
  std::set<std::string> objects;
  Draft draft(patient.tree);
  const bool by_cmake = patient.tree.has("CMakeLists.txt");
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto object = object_said(occurrence);
    if (object.empty() || !objects.insert(object).second) continue;
    if (by_cmake)
      tell_cmake(patient.tree, object, draft);
    else
      tell_make(patient.tree, object, "-f" + std::string(capture(occurrence, "key")), draft);
  }
  return draft.patches();
}

}  // namespace regreen
