// pytest.fix-filter: a filter of warnings names a class that is gone. Where it lives elsewhere today the filter says so;
// else the filter goes, as nothing can be of a class that is not there.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/format/toml_edit.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/language/source.h"
#include "mend/text/string_list.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr std::size_t category_field = 2;  // action:message:category:module:line

constexpr auto ini_files = std::to_array<std::string_view>({"pytest.ini", ".pytest.ini", "tox.ini", "setup.cfg"});

/// What pytest could not read, and what it lacked.
struct GoneFilter {
  std::string filter, category;
};

// "while parsing the following warning configuration:" stands above the error, and the filter below that.
GoneFilter gone_filter(const Occurrence& occurrence) {
  GoneFilter gone{"", std::string(capture(occurrence, "module")) + "." + std::string(capture(occurrence, "symbol"))};
  bool is_next = false;
  for (const auto& line : occurrence.before) {
    if (is_next && !trim(line).empty()) {
      gone.filter = trim(line);
      is_next = false;
    }
    is_next |= contains(line, "while parsing the following warning configuration:");
  }
  const auto fields = split(std::string_view(gone.filter), ':');
  const bool is_it = fields.size() > category_field && trim(fields[category_field]) == gone.category;
  return is_it && is_module_name(gone.category) ? gone : GoneFilter{};
}

// The filter for the class's new home; "" where it goes. Nothing where that would make a check weaker: who wants an error
// may have misspelt the class, unless its name says that it was to go.
std::optional<std::string> today(const GoneFilter& gone, const Table& moved) {
  const auto row = moved.find(gone.category);
  if (row != moved.end() && is_module_name(row->second)) return replace_all(gone.filter, gone.category, row->second);
  const bool was_to_go = contains(leaf_of(gone.category), "RemovedIn");
  return gone.filter.starts_with("error") && !was_to_go ? std::nullopt : std::optional<std::string>("");
}

/// The lines of `filterwarnings =` in an INI file: its own, and those indented below.
struct IniFilters {
  std::size_t key = 0;
  std::vector<std::size_t> lines;  // that hold a filter, the key's own among them where one stands behind the sign
  std::size_t wanted = 0;
};

IniFilters find_filters(const Lines& lines, std::string_view filter) {
  IniFilters found;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    const bool is_blank = trim(line).empty() || trim(line).starts_with('#') || trim(line).starts_with(';');
    if (found.key == 0 && line.starts_with("filterwarnings") && contains(line, "=")) {
      found.key = number;
      const auto value = trim(line.substr(line.find('=') + 1));
      if (!value.empty()) found.lines.push_back(number);
      if (value == filter) found.wanted = number;
    } else if (found.key != 0 && !is_blank) {
      if (indentation(line).empty()) break;
      found.lines.push_back(number);
      if (trim(line) == filter) found.wanted = number;
    }
  }
  return found;
}

std::vector<Edit> in_ini(std::string_view text, const GoneFilter& gone, const std::string& instead) {
  const Lines lines(text);
  const auto found = find_filters(lines, gone.filter);
  if (found.wanted == 0) return {};
  const auto at = lines.begin(found.wanted) + lines.line(found.wanted).rfind(gone.filter);
  if (!instead.empty()) return {{at, gone.filter.size(), instead}};
  const bool is_last = found.lines.size() == 1;
  if (found.wanted == found.key && !is_last) return {{at, gone.filter.size(), ""}};
  const auto whole = [&](std::size_t number) {
    return Edit{lines.begin(number), lines.begin(number + 1) - lines.begin(number), ""};
  };
  if (!is_last || found.wanted == found.key) return {whole(found.wanted)};
  return {whole(found.key), whole(found.wanted)};
}

std::vector<Edit> in_toml(std::string_view text, const GoneFilter& gone, const std::string& instead) {
  const TomlText toml(text);
  const auto* key = toml.find("tool.pytest.ini_options", "filterwarnings");
  const auto list = key != nullptr ? read_string_list(text, key->value) : std::nullopt;
  if (!list) return {};
  const auto at = std::ranges::find(list->items, gone.filter, &ListedString::value);
  if (at == list->items.end()) return {};
  if (!instead.empty()) return {{at->offset + 1, at->length - 2, instead}};
  return remove_strings(text, *list, {static_cast<std::size_t>(at - list->items.begin())});
}

}  // namespace

std::vector<Patch> fix_warning_filter(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto gone = gone_filter(occurrence);
    const auto instead = gone.filter.empty() ? std::nullopt : today(gone, patient.rules.table("python-moved"));
    if (!instead) continue;
    for (const auto file : ini_files) {
      if (const auto text = draft.read(file)) draft.edit(std::string(file), in_ini(*text, gone, *instead));
    }
    if (const auto text = draft.read("pyproject.toml")) draft.edit("pyproject.toml", in_toml(*text, gone, *instead));
  }
  return draft.patches();
}

}  // namespace regreen
