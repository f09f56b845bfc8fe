#include "mend/python/marker.h"

#include "base/text.h"
#include "mend/place.h"
#include "mend/python/source.h"

namespace regreen {

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
