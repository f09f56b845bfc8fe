// python.register-marker: a mark that the configuration of pytest does not list.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/format/toml_edit.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/packages/marker.h"
#include "mend/python/tests/unread_settings.h"
#include "mend/text/string_list.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto python_sources = std::to_array<std::string_view>({"*.py"});

// Adds the marker to `markers =` of a section; makes the key where the section has none.
std::vector<Edit> in_section(std::string_view text, std::string_view section, const std::string& marker) {
  const Lines lines(text);
  const std::string end(line_end(text));
  std::size_t header = 0, key = 0, last = 0;
  std::string indent = "    ";
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    if (line.starts_with('['))
      header = trim(line) == "[" + std::string(section) + "]" ? number : header == 0 ? 0 : header;
    if (line.starts_with('[') && header != number && header != 0) break;
    if (header == 0 || trim(line).empty()) continue;
    const bool continued = !indentation(line).empty() && key != 0 && last + 1 == number;
    if (continued) {
      indent = indentation(line);
      const auto known = trim(line).substr(0, trim(line).find_first_of(":("));
      if (trim(known) == marker) return {};
      last = number;
    } else if (line.starts_with("markers") && contains(line, "=")) {
      key = last = number;
    }
  }
  if (header == 0) return {};
  if (key == 0) return {{lines.begin(header + 1), 0, "markers =" + end + "    " + marker + end}};
  const bool open_end = !text.substr(0, lines.begin(last + 1)).ends_with('\n');
  return {{lines.begin(last + 1), 0, (open_end ? end : "") + indent + marker + (open_end ? "" : end)}};
}

std::vector<Edit> in_pyproject(std::string_view text, const std::string& marker) {
  const TomlText toml(text);
  const auto* table = toml.find_table("tool.pytest.ini_options");
  if (table == nullptr) return {};
  const auto* key = toml.find("tool.pytest.ini_options", "markers");
  if (key == nullptr) return {toml.add_key(*table, "markers", "[\"" + marker + "\"]")};
  const auto list = read_string_list(text, key->value, ListItems::escaped_strings);
  if (!list) return {};
  const bool known = std::ranges::any_of(list->items, [&](const auto& item) {
    return trim(item.value.substr(0, item.value.find_first_of(":("))) == marker;
  });
  return known ? std::vector<Edit>{} : insert_string(text, *list, marker);
}

// The first file that configures pytest, in the order in which pytest looks.
void register_marker(const Tree& tree, const std::string& marker, Draft& draft) {
  if (read_pytest_table(tree, draft, "markers", marker) == UnreadTable::left) return;
  struct Place {
    std::string_view file, section;
  };
  for (const auto& [file, section] : {Place{"pytest.ini", "pytest"}, Place{"pyproject.toml", ""},
                                      Place{"tox.ini", "pytest"}, Place{"setup.cfg", "tool:pytest"}}) {
    const auto text = draft.read(file);
    const auto heading = section.empty() ? std::string("[tool.pytest.ini_options]") : "[" + std::string(section) + "]";
    if (!text || !contains(*text, heading)) continue;
    draft.edit(std::string(file), section.empty() ? in_pyproject(*text, marker) : in_section(*text, section, marker));
    return;
  }
}

}  // namespace

std::vector<Patch> register_pytest_marker(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto marker = unknown_marker(occurrence);
    const bool is_of_plugin = !plugin_of_marker(patient, marker).empty();
    if (!marker.empty() && !is_of_plugin && is_mentioned(patient.tree, python_sources, "mark." + marker))
      register_marker(patient.tree, marker, draft);
  }
  return draft.patches();
}

}  // namespace regreen
