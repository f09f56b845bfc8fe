// cmake.fix-command, cmake.fix-source, cmake.lower-version, c.fix-include: what lists and includes name, as it is called.

#include "base/text.h"
#include "mend/c/build/cmake_call.h"
#include "mend/c/build/cmake_sources.h"
#include "mend/c/build/link.h"
#include "mend/c/build/moved_include.h"
#include "mend/c/build/renamed_target.h"
#include "mend/c/fixers.h"
#include "mend/c/language/source.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t moved_max = 10;  // each looks through the lists of the whole tree; CMake tells of one a target

// CMake's commands that projects write themselves.
constexpr auto cmake_commands = std::to_array<std::string_view>({"add_compile_definitions",
                                                                 "add_compile_options",
                                                                 "add_custom_command",
                                                                 "add_custom_target",
                                                                 "add_definitions",
                                                                 "add_dependencies",
                                                                 "add_executable",
                                                                 "add_library",
                                                                 "add_link_options",
                                                                 "add_subdirectory",
                                                                 "add_test",
                                                                 "cmake_minimum_required",
                                                                 "cmake_parse_arguments",
                                                                 "configure_file",
                                                                 "enable_language",
                                                                 "enable_testing",
                                                                 "execute_process",
                                                                 "find_library",
                                                                 "find_package",
                                                                 "find_path",
                                                                 "find_program",
                                                                 "get_filename_component",
                                                                 "get_target_property",
                                                                 "include_directories",
                                                                 "link_directories",
                                                                 "link_libraries",
                                                                 "set_property",
                                                                 "set_target_properties",
                                                                 "set_tests_properties",
                                                                 "source_group",
                                                                 "target_compile_definitions",
                                                                 "target_compile_features",
                                                                 "target_compile_options",
                                                                 "target_include_directories",
                                                                 "target_link_libraries",
                                                                 "target_link_options",
                                                                 "target_sources",
                                                                 "install",
                                                                 "include",
                                                                 "project",
                                                                 "message",
                                                                 "option",
                                                                 "string",
                                                                 "foreach",
                                                                 "endforeach",
                                                                 "function",
                                                                 "endfunction",
                                                                 "macro"});

// A name without what people vary: case, '-' and '_'.
std::string plain_name(std::string_view name) {
  std::string plain;
  for (const char c : name) {
    if (c != '_' && c != '-') plain += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return plain;
}

std::string nearest_command(std::string_view written) {
  std::string found;
  for (const auto command : cmake_commands) {
    if (plain_name(command) != plain_name(written) && edit_distance(command, written, 2) > (written.size() < 8 ? 1 : 2))
      continue;
    if (!found.empty()) return "";
    found = command;
  }
  return found;
}

// The only file of the same folder and kind whose name differs in case, '-', '_' or one byte or two.
std::string nearest_file(const Tree& tree, std::string_view written) {
  std::string found;
  const auto dot = written.rfind('.');
  if (dot == npos) return "";
  for (const auto& path : tree.list()) {
    if (folder_of(path) != folder_of(written) || path == written || !path.ends_with(written.substr(dot))) continue;
    const auto name = name_of(path), wanted = name_of(written);
    if (plain_name(name) != plain_name(wanted) && (wanted.size() < 7 || edit_distance(name, wanted, 2) > 2)) continue;
    if (!found.empty()) return "";
    found = path;
  }
  return found;
}

// The word of a line that stands between blanks or quotes: replaced by another.
std::vector<Edit> word_replaced(std::string_view text, std::string_view word, const std::string& wanted) {
  std::vector<Edit> edits;
  for (auto at = text.find(word); at != npos; at = text.find(word, at + word.size())) {
    const bool begins = at == 0 || contains(" \t\n(\"/", text.substr(at - 1, 1));
    const auto end = text.substr(at + word.size(), 1);
    if (begins && (end.empty() || contains(" \t\r\n)\"", end))) edits.push_back({at, word.size(), wanted});
  }
  return edits;
}

// The file that stands below "Cannot find source file:".
std::string missing_source(const Occurrence& occurrence) {
  for (std::size_t i = 0; i < std::min<std::size_t>(occurrence.after.size(), 3); ++i) {
    if (const auto line = trim(occurrence.after[i]); !line.empty()) return std::string(line);
  }
  return "";
}

// An include that differs from the one file it can mean in case, '-' or '_', or names its folder no longer.
std::string respelt_include(const Tree& tree, std::string_view written, std::string_view file) {
  std::string found;
  for (const auto& path : tree.list()) {
    if (!is_c_header(path)) continue;
    if (path.size() < written.size()) continue;
    const auto tail = std::string_view(path).substr(path.size() - written.size());
    const bool whole = path.size() == written.size() || path[path.size() - written.size() - 1] == '/';
    std::string here;
    if (whole && tail != written && plain_name(tail) == plain_name(written)) here = tail;
    if (here.empty() && folder_of(path) == folder_of(path_in(folder_of(file), written)) &&
        plain_name(name_of(path)) == plain_name(name_of(written)) && name_of(path) != name_of(written))
      here = path_in(folder_of(written), name_of(path));
    if (here.empty()) continue;
    if (!found.empty() && found != here) return "";
    found = here;
  }
  return found;
}

}  // namespace

std::vector<Patch> fix_cmake_command(const Patient& patient) {
  Draft draft(patient.tree);
  std::set<std::string> done;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const std::string written(capture(occurrence, "command"));
    const auto wanted = done.insert(written).second ? nearest_command(written) : "";
    if (wanted.empty() || !is_identifier(written)) continue;
    for (const auto& path : patient.tree.list()) {
      const auto text = is_cmake_list(path) ? draft.read(path) : std::nullopt;
      if (!text) continue;
      std::vector<Edit> edits;
      for (const auto& call : cmake_calls(*text, written)) edits.push_back({call.begin, written.size(), wanted});
      draft.edit(path, std::move(edits));
    }
  }
  return draft.patches();
}

std::vector<Patch> fix_cmake_source(const Patient& patient) {
  Draft draft(patient.tree);
  std::set<std::string> done;
  std::size_t moved = 0;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto written = missing_source(occurrence);
    if (!done.insert(written).second) continue;
    for (const auto& path : patient.tree.list()) {
      const auto text = is_cmake(path) && !written.empty() ? draft.read(path) : std::nullopt;
      if (!text || !contains(*text, written)) continue;
      const auto near = nearest_file(patient.tree, path_in(folder_of(path), written));
      if (near.empty()) continue;
      const std::string wanted(std::string_view(near).substr(folder_of(path).empty() ? 0 : folder_of(path).size() + 1));
      if (!contains(*text, wanted)) draft.edit(path, word_replaced(*text, written, wanted));
    }
    if (!draft.patch().empty() || written.empty() || ++moved > moved_max) continue;
    const std::string_view error = occurrence.before.empty() ? std::string_view() : occurrence.before.back();
    name_moved_sources(patient.tree, cmake_folder(patient.tree, error), written, draft);
  }
  return draft.patches();
}

// "Cannot specify link libraries for target "x" which is not built by this project."
std::vector<Patch> fix_cmake_target(const Patient& patient) {
  Draft draft(patient.tree);
  follow_renamed_targets(patient, draft);
  if (!draft.patch().empty()) return draft.patches();
  std::set<std::string> done;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    std::string said = occurrence.at.text;
    for (const auto& line : occurrence.after) said += " " + line;
    const auto open = said.find("target \""), close = open == std::string::npos ? open : said.find('"', open + 8);
    if (close == std::string::npos) continue;
    const auto written = said.substr(open + 8, close - open - 8);
    if (!done.insert(written).second) continue;
    for (const auto& path : patient.tree.list()) {
      const auto text = is_cmake(path) ? draft.read(path) : std::nullopt;
      if (!text) continue;
      std::string found;
      for (const auto* command : {"add_executable", "add_library"}) {
        for (const auto& call : cmake_calls(*text, command)) {
          const auto words = words_in_call(*text, call);
          const std::string name(words.empty() ? "" : words[0]);
          const bool near = plain_name(name) == plain_name(written) || edit_distance(name, written, 2) <= 2;
          if (near && !name.empty() && name != written) found = found.empty() ? name : "?";
        }
      }
      if (!found.empty() && found != "?") draft.edit(path, word_replaced(*text, written, found));
    }
  }
  return draft.patches();
}

std::vector<Patch> lower_cmake_version(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const std::string wanted(capture(occurrence, "version"));
    const std::string_view actual = capture(occurrence, "actual");
    const auto minor = actual.substr(0, actual.find('.', actual.find('.') + 1));
    for (const auto& path : patient.tree.list()) {
      const auto text = is_cmake(path) && !wanted.empty() && !minor.empty() ? draft.read(path) : std::nullopt;
      const auto calls = text ? cmake_calls(*text, "cmake_minimum_required") : std::vector<CMakeCall>();
      const auto place = calls.empty() ? npos : text->find(wanted, calls[0].open);
      if (place == npos || place > calls[0].close) continue;
      draft.edit(path, {{place, wanted.size(), std::string(minor)}});
    }
  }
  return draft.patches();
}

std::vector<Patch> fix_c_include(const Patient& patient) {
  Draft draft(patient.tree);
  std::set<LostHeader> lost;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = places_of(patient.tree, occurrence);
    const std::string written(capture(occurrence, "path"));
    const auto text = places.empty() || written.empty() ? std::nullopt : draft.read(places[0].file);
    if (!text || !is_c_family(places[0].file)) continue;
    const auto wanted = respelt_include(patient.tree, written, places[0].file);
    const Lines lines(*text);
    const auto at = lines.line(places[0].line).find(written);
    if (at == npos || !contains(lines.line(places[0].line), "include")) continue;
    if (wanted.empty()) {
      lost.insert({written, at > 0 && lines.line(places[0].line)[at - 1] == '<', places[0].file});
      continue;
    }
    draft.edit(places[0].file, {{lines.begin(places[0].line) + at, written.size(), wanted}});
  }
  follow_headers(patient.tree, patient.last_commit, lost, draft);
  return draft.patches();
}

}  // namespace regreen
