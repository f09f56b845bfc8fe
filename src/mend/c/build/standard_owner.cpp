#include "mend/c/build/standard_owner.h"

#include "base/text.h"
#include "mend/c/build/link.h"
#include "mend/c/language/source.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// Commands whose standard is that of the targets that they name.
constexpr auto own_commands = std::to_array<std::string_view>(
    {"set_target_properties", "set_property", "target_compile_features", "target_compile_options"});

constexpr auto definitions = std::to_array<std::string_view>({"add_library", "add_executable"});

std::string project_name(std::string_view text) {
  const auto calls = cmake_calls(text, "project");
  const auto words = calls.empty() ? std::vector<std::string_view>{} : words_in_call(text, calls[0]);
  return words.empty() ? "" : std::string(unquoted(words[0]));
}

std::string target_name(const Tree& tree, std::string_view path, std::string_view word) {
  const auto name = unquoted(word);
  if (name != "${PROJECT_NAME}" && name != "${CMAKE_PROJECT_NAME}") return std::string(name);
  return project_name(tree.read(cmake_project_list(tree, folder_of(path))).value_or(""));
}

StandardOwners cmake_owners(const Tree& tree, const StandardPlace& place, std::string_view text) {
  for (const auto command : own_commands) {
    for (const auto& call : cmake_calls(text, command)) {
      if (place.offset < call.open || place.offset > call.close) continue;
      const auto words = words_in_call(text, call);
      StandardOwners owners{true, {}};
      for (const auto word : words) {
        if (word == "PROPERTIES" || word == "PROPERTY") break;
        if (word != "TARGET" && word != "APPEND") owners.targets.push_back(target_name(tree, place.path, word));
        if (command.starts_with("target_")) break;
      }
      const bool is_target = command != "set_property" || (!words.empty() && words[0] == "TARGET");
      return is_target ? owners : StandardOwners{};
    }
  }
  return {};
}

// `executable('probe', …, override_options: ['cpp_std=c++11'])`
StandardOwners meson_owners(const StandardPlace& place, std::string_view text) {
  for (auto open = bracket_around(text, place.offset); open != npos; open = bracket_around(text, open)) {
    const auto command = text[open] == '(' ? word_before(text, open) : std::string_view();
    if (command.empty() || command == "project" || command.starts_with("add_")) continue;
    const auto quote = text.find_first_not_of(" \t\r\n", open + 1);
    const auto end = quote == npos || text[quote] != '\'' ? npos : text.find('\'', quote + 1);
    if (end != npos) return {true, {std::string(text.substr(quote + 1, end - quote - 1))}};
  }
  return {};
}

std::vector<std::string> words_of_line(std::string_view line) {
  std::vector<std::string> words;
  for (const auto word : split(line, ' ')) {
    if (!trim(word).empty()) words.emplace_back(trim(word));
  }
  return words;
}

// `probe: CXXFLAGS += -std=c++11`, and the recipe of a rule
StandardOwners makefile_owners(const StandardPlace& place, std::string_view text) {
  const Lines lines(text);
  const auto number = lines.number_at(place.offset);
  for (const auto& rule : make_rules(lines)) {
    const auto colon = lines.line(rule.head).find(':');
    if (number >= rule.head && number <= rule.last && colon != npos)
      return {true, words_of_line(lines.line(rule.head).substr(0, colon))};
  }
  const auto line = lines.line(number);
  const auto colon = line.find(':'), equals = line.find('=');
  const bool is_own = colon != npos && equals != npos && colon + 1 < equals && line[colon + 1] != ':';
  return is_own ? StandardOwners{true, words_of_line(line.substr(0, colon))} : StandardOwners{};
}

}  // namespace

StandardOwners owners_of(const Tree& tree, const StandardPlace& place, std::string_view text) {
  if (is_makefile(place.path) || place.path.ends_with(".mk")) return makefile_owners(place, text);
  if (name_of(place.path) == "meson.build") return meson_owners(place, text);
  if (is_cmake(place.path) || place.path.ends_with(".cmake")) return cmake_owners(tree, place, text);
  return {};
}

// "probe" of "probe", "libprobe.a.p" and "build/probe"; "%.o" is every object.
bool is_named_target(std::string_view owner, std::string_view failed) {
  if (owner == failed || owner == name_of(failed)) return true;
  if (owner.starts_with('%') || contains(owner, "/%"))
    return failed.ends_with(owner.substr(owner.find('%') + 1)) && failed.starts_with(owner.substr(0, owner.find('%')));
  const auto part = failed.find(".p/");
  const auto made = part == npos ? std::string_view() : name_of(failed.substr(0, part));
  return made == owner || made == "lib" + std::string(owner) + ".a" || made == "lib" + std::string(owner) + ".so";
}

std::vector<CMakeTarget> cmake_targets(const Tree& tree) {
  std::vector<CMakeTarget> found;
  for (const auto& path : tree.list()) {
    if (!is_cmake(path) || is_foreign(path)) continue;
    const auto text = tree.read(path).value_or("");
    for (const auto command : definitions) {
      for (const auto& call : cmake_calls(text, command)) {
        const auto words = words_in_call(text, call);
        if (!words.empty()) found.push_back({path, target_name(tree, path, words[0]), call, command == "add_library"});
      }
    }
  }
  return found;
}

}  // namespace regreen
