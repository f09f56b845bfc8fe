#include "mend/python/packages/marker.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/place.h"
#include "mend/python/language/source.h"

#include <array>

namespace regreen {
namespace {

constexpr auto python_sources = std::to_array<std::string_view>({"*.py"});

// Markers of plugins that say nothing without arguments; a word like these alone is a label.
constexpr auto with_arguments = std::to_array<std::string_view>(
    {"timeout", "order", "repeat", "flaky", "datafiles", "dependency", "freeze_time", "limit_memory"});

// A project that looks for a marker itself: item.get_closest_marker("order")
bool is_looked_for(const Tree& tree, const std::string& marker) {
  for (const auto* call : {"get_closest_marker(", "iter_markers(", "iter_markers_with_node(", "iter_markers(name="}) {
    for (const auto* quote : {"\"", "'"}) {
      if (is_mentioned(tree, python_sources, call + (quote + marker) + quote)) return true;
    }
  }
  return false;
}

}  // namespace

std::string plugin_of_marker(const Patient& patient, const std::string& marker) {
  const auto& plugins = patient.rules.table("pytest-markers");
  const auto row = plugins.find(marker);
  if (row == plugins.end() || is_looked_for(patient.tree, marker)) return "";
  const bool is_label =
      is_among(marker, with_arguments) && !is_mentioned(patient.tree, python_sources, "mark." + marker + "(");
  return is_label ? "" : row->second;
}

std::string unknown_marker(const Occurrence& occurrence) {
  constexpr std::string_view warning = "Unknown pytest.mark.";
  const std::string_view line = occurrence.at.text;
  std::string name;
  if (const auto at = line.find(warning); at != std::string_view::npos) {
    const auto rest = line.substr(at + warning.size());
    name = rest.substr(0, rest.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"));
  } else if (contains(line, "not found in `markers`")) {
    name = capture(occurrence, "symbol");
  }
  return is_python_name(name) ? name : "";
}

}  // namespace regreen
