#include "mend/c/build/target_place.h"

#include "mend/c/build/cmake_call.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

/// Where a command names targets.
enum class Place { first, second, all, before_properties, behind_targets };

struct Row {
  std::string_view command;
  Place place;
};

constexpr auto rows = std::to_array<Row>({
    {"add_dependencies", Place::all},
    {"export", Place::behind_targets},
    {"get_target_property", Place::second},
    {"install", Place::behind_targets},
    {"link_libraries", Place::all},
    {"set_property", Place::behind_targets},
    {"set_target_properties", Place::before_properties},
    {"target_compile_definitions", Place::first},
    {"target_compile_features", Place::first},
    {"target_compile_options", Place::first},
    {"target_include_directories", Place::first},
    {"target_link_libraries", Place::all},
    {"target_link_options", Place::first},
    {"target_precompile_headers", Place::first},
    {"target_sources", Place::first},
});

constexpr auto commands = [] {
  std::array<std::string_view, rows.size()> all{};
  std::ranges::transform(rows, all.begin(), &Row::command);
  return all;
}();

// ARCHIVE, PUBLIC_HEADER
bool is_keyword(std::string_view word) {
  return word.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ_") == std::string_view::npos;
}

}  // namespace

std::span<const std::string_view> target_users() { return commands; }

std::vector<bool> stand_for_targets(std::string_view command, const std::vector<std::string_view>& words) {
  std::vector<bool> stand(words.size(), false);
  const auto place = std::ranges::find(rows, command, &Row::command)->place;
  bool is_behind = place == Place::all || place == Place::before_properties;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (place == Place::before_properties && words[i] == "PROPERTIES") is_behind = false;
    if (place == Place::behind_targets && is_keyword(words[i]))
      is_behind = words[i] == "TARGETS" || words[i] == "TARGET";
    else
      stand[i] = is_behind || (place == Place::first && i == 0) || (place == Place::second && i == 1);
  }
  return stand;
}

std::set<std::string> targets_asked_for(std::string_view text) {
  std::set<std::string> asked;
  for (const std::string_view command : {"if", "elseif"}) {
    for (const auto& call : cmake_calls(text, command)) {
      const auto words = words_in_call(text, call);
      for (std::size_t i = 1; i < words.size(); ++i) {
        if (words[i - 1] == "TARGET") asked.emplace(words[i]);
      }
    }
  }
  return asked;
}

}  // namespace regreen
