#include "mend/python/syntax/fault.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/place.h"

#include <algorithm>
#include <optional>

namespace regreen {
namespace {

// "…(rows.py, line 4)" at the end of a message, or `  File "rows.py", line 4` above it.
std::optional<TreePlace> named_in(const Tree& tree, std::string_view line) {
  const auto number_at = line.rfind("line ");
  if (number_at == std::string_view::npos) return std::nullopt;
  const auto digits = line.substr(number_at + 5);
  const auto number = line_number(digits.substr(0, digits.find_first_not_of("0123456789")));
  auto begin = line.find("File \"");
  auto end = begin == std::string_view::npos ? begin : line.find('"', begin + 6);
  if (end == std::string_view::npos) {
    begin = line.rfind('(') == std::string_view::npos ? begin : line.rfind('(') - 5;
    end = line.rfind(", line");
  }
  if (!number || begin == std::string_view::npos || end == std::string_view::npos || end < begin + 6)
    return std::nullopt;
  const auto file = find_file(tree, line.substr(begin + 6, end - begin - 6));
  if (!file) return std::nullopt;
  return TreePlace{*file, static_cast<std::size_t>(*number), 0};
}

std::optional<TreePlace> place_of(const Tree& tree, const Occurrence& occurrence) {
  if (auto place = named_in(tree, occurrence.at.text)) return place;
  for (auto line = occurrence.before.rbegin(); line != occurrence.before.rend(); ++line) {
    if (!contains(*line, "File \"")) continue;
    return named_in(tree, *line);
  }
  const auto places = places_of(tree, occurrence);
  if (places.empty()) return std::nullopt;
  return places.front();
}

}  // namespace

std::vector<PythonFault> python_faults(const Patient& patient) {
  std::vector<PythonFault> faults;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto place = place_of(patient.tree, occurrence);
    if (!place ||
        !(place->file.ends_with(".py") || place->file.ends_with(".pyi") || !contains(name_of(place->file), ".")))
      continue;
    PythonFault fault{place->file, place->line, occurrence.at.text};
    if (!is_among(fault, faults)) faults.push_back(std::move(fault));
  }
  return faults;
}

}  // namespace regreen
