// cmake.link-alike: target_link_libraries() is called for one target with a keyword, and without.
//
//   The keyword signature for target_link_libraries has already been used with
//   the target "mooring".  All uses of target_link_libraries with a target must
//   be either all-keyword or all-plain.
//
// The call without gets the keyword that says what it says: a library hands on what it links, PUBLIC; from a program nobody takes
// anything, PRIVATE.

#include "base/among.h"
#include "base/text.h"
#include "mend/c/build/cmake_call.h"
#include "mend/c/build/link.h"
#include "mend/c/fixers.h"
#include "mend/c/language/source.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"

#include <algorithm>
#include <array>
#include <optional>

namespace regreen {
namespace {

constexpr std::string_view command = "target_link_libraries";
// Behind the target of a call with keywords, old and new.
constexpr auto keywords = std::to_array<std::string_view>(
    {"PUBLIC", "PRIVATE", "INTERFACE", "LINK_PUBLIC", "LINK_PRIVATE", "LINK_INTERFACE_LIBRARIES"});

// "CMake Error at lib/CMakeLists.txt:20 (target_link_libraries):", "* CMakeLists.txt:13 (target_link_libraries)"
std::optional<TreePlace> place_in(const Tree& tree, std::string_view line) {
  const auto end = line.find(" (target_link_libraries)");
  if (end == std::string_view::npos) return std::nullopt;
  line = line.substr(0, end);
  const auto colon = line.rfind(':');
  const auto number = colon == std::string_view::npos ? std::nullopt : line_number(line.substr(colon + 1));
  if (!number) return std::nullopt;
  line = line.substr(0, colon);
  for (const std::string_view front : {" at ", "* "}) {
    if (const auto at = line.find(front); at != std::string_view::npos) line.remove_prefix(at + front.size());
  }
  const auto file = find_file(tree, line);
  return file ? std::optional(TreePlace{*file, static_cast<std::size_t>(*number), 0}) : std::nullopt;
}

// The places of the calls without a keyword: the one that CMake stops at, or those that it lists below. The message ends where
// the next one begins.
std::vector<TreePlace> plain_calls_said(const Tree& tree, const Occurrence& occurrence) {
  std::vector<TreePlace> places;
  if (contains(occurrence.at.text, "The keyword signature")) {
    const auto place = occurrence.before.empty() ? std::nullopt : place_in(tree, occurrence.before.back());
    if (place) places.push_back(*place);
    return places;
  }
  for (const auto& line : occurrence.after) {
    if (line.starts_with("CMake ") || line.starts_with("-- ")) break;
    if (const auto place = place_in(tree, line)) places.push_back(*place);
  }
  return places;
}

std::string target_said(const Occurrence& occurrence) {
  std::string text = occurrence.at.text;
  for (const auto& line : occurrence.after) {
    if (trim(line).empty()) break;
    text += " " + std::string(trim(line));
  }
  return std::string(between(text, "target \"", "\""));
}

bool is_program(const Tree& tree, std::string_view target, std::string_view written) {
  return std::ranges::any_of(tree.list(), [&](const auto& path) {
    const auto text = is_cmake(path) ? tree.read(path).value_or("") : "";
    return cmake_call_for(text, "add_executable", target) || cmake_call_for(text, "add_executable", written);
  });
}

bool is_plain(const std::vector<std::string_view>& words) { return words.size() > 1 && !is_among(words[1], keywords); }

// All plain calls of a list for the target of the one on a line.
std::vector<Edit> with_keyword(const Tree& tree, std::string_view text, std::size_t line, const std::string& target) {
  const Lines lines(text);
  const auto calls = cmake_calls(text, command);
  const auto said = std::ranges::find_if(calls, [&](const auto& call) { return lines.number_at(call.begin) == line; });
  const auto target_of = [&](const CMakeCall& call) { return words_in_call(text, call).at(0); };
  if (said == calls.end() || !is_plain(words_in_call(text, *said))) return {};
  const auto written = target_of(*said);
  if (written != target && !contains(written, "${")) return {};
  const std::string keyword = is_program(tree, target, written) ? " PRIVATE" : " PUBLIC";
  std::vector<Edit> edits;
  for (const auto& call : calls) {
    if (!is_plain(words_in_call(text, call)) || target_of(call) != written) continue;
    edits.push_back({offset_in(text, target_of(call)) + written.size(), 0, keyword});
  }
  return edits;
}

}  // namespace

std::vector<Patch> link_cmake_alike(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto target = target_said(occurrence);
    for (const auto& place : plain_calls_said(patient.tree, occurrence)) {
      const auto text = target.empty() || is_foreign(place.file) ? std::nullopt : draft.read(place.file);
      if (text) draft.edit(place.file, with_keyword(patient.tree, *text, place.line, target));
    }
  }
  return draft.patches();
}

}  // namespace regreen
