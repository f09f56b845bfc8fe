// python.register-marker: a mark that the configuration of pytest does not list.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/format/toml_edit.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/language/project.h"
#include "mend/python/packages/marker.h"
#include "mend/python/tests/unread_settings.h"
#include "mend/slip.h"
#include "mend/text/code_text.h"
#include "mend/text/string_list.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto python_sources = std::to_array<std::string_view>({"*.py"});

// Those of pytest itself.
constexpr auto builtin_markers =
    std::to_array<std::string_view>({"filterwarnings", "parametrize", "skip", "skipif", "usefixtures", "xfail"});

// "slow" of "slow: takes more than a second"
std::string name_of_marker(std::string_view line) {
  return std::string(trim(trim(line).substr(0, trim(line).find_first_of(":("))));
}

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
      if (name_of_marker(line) == marker) return {};
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
  const bool known =
      std::ranges::any_of(list->items, [&](const auto& item) { return name_of_marker(item.value) == marker; });
  return known ? std::vector<Edit>{} : insert_string(text, *list, marker);
}

struct SettingsPlace {
  std::string_view file, section;
};

// The files that configure pytest, in the order in which pytest looks.
constexpr auto settings_places = std::to_array<SettingsPlace>(
    {{"pytest.ini", "pytest"}, {"pyproject.toml", ""}, {"tox.ini", "pytest"}, {"setup.cfg", "tool:pytest"}});

std::string heading_of(const SettingsPlace& place) {
  return place.section.empty() ? "[tool.pytest.ini_options]" : "[" + std::string(place.section) + "]";
}

// The markers that are registered: what the lines below `markers =` begin with, or the texts of its list.
std::vector<std::string> registered_markers(const Tree& tree) {
  std::vector<std::string> names(builtin_markers.begin(), builtin_markers.end());
  for (const auto& place : settings_places) {
    const auto text = tree.read(place.file).value_or("");
    if (!contains(text, heading_of(place))) continue;
    bool is_inside = false;
    for (const auto line : split_lines(text)) {
      const auto said = trim(line);
      const bool begins = said.starts_with("markers") && contains(said, "=");
      if (!begins && (said.empty() || said.starts_with(']') || indentation(line).empty())) is_inside = false;
      if (is_inside && !begins)
        names.push_back(name_of_marker(said.substr(std::min(said.find_first_not_of("\"'"), said.size()))));
      is_inside |= begins;
    }
    break;
  }
  return names;
}

void register_marker(const Tree& tree, const std::string& marker, Draft& draft) {
  if (read_pytest_table(tree, draft, "markers", marker) == UnreadTable::left) return;
  for (const auto& place : settings_places) {
    const auto text = draft.read(place.file);
    if (!text || !contains(*text, heading_of(place))) continue;
    draft.edit(std::string(place.file),
               place.section.empty() ? in_pyproject(*text, marker) : in_section(*text, place.section, marker));
    return;
  }
}

// A slip of a registered marker, made once: the test is marked as it was meant.
void rename_mark(const Tree& tree, const std::string& marker, const std::string& meant, Draft& draft) {
  std::string file;
  std::size_t at = 0, count = 0;
  for (const auto& path : python_files(tree)) {
    const auto text = tree.read(path).value_or("");
    for (const auto word : words_in(text, marker)) {
      if (!std::string_view(text).substr(0, word).ends_with("mark.")) continue;
      ++count;
      file = path;
      at = word;
    }
  }
  if (count == 1) draft.edit(file, {{at, marker.size(), meant}});
}

}  // namespace

std::vector<Patch> register_pytest_marker(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto marker = unknown_marker(occurrence);
    const bool is_of_plugin = !plugin_of_marker(patient, marker).empty();
    if (marker.empty() || is_of_plugin || !is_mentioned(patient.tree, python_sources, "mark." + marker)) continue;
    const auto known = registered_markers(patient.tree);
    const auto is_near = [&](const std::string& one) { return is_slip(one, marker); };
    if (std::ranges::none_of(known, is_near))
      register_marker(patient.tree, marker, draft);
    else if (const auto meant = only_near(known, marker); !meant.empty())
      rename_mark(patient.tree, marker, meant, draft);
  }
  return draft.patches();
}

}  // namespace regreen
