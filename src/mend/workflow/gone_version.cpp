// workflow.drop-version: the matrix tests with a version of Python that the runner no longer offers, and that the project's
// own metadata does not support any more. Where the metadata supports it, or says nothing, a human decides.

#include "base/character.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/workflow/fixers.h"
#include "mend/workflow/source.h"

#include <algorithm>
#include <array>
#include <optional>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr long major_weight = 1000;

// "3.6" and "3.6.15" as 3006; nothing for what is no version of Python.
std::optional<long> version_number(std::string_view version) {
  const auto parts = split(version, '.');
  const auto major = parse_number(parts[0]), minor = parts.size() > 1 ? parse_number(parts[1]) : std::nullopt;
  const bool is_version = major && minor && *major >= 2 && *major <= 3 && *minor >= 0 && *minor < major_weight;
  return is_version ? std::optional(*major * major_weight + *minor) : std::nullopt;
}

// The version behind ">=" or "^" on the line of a manifest that says which Python the project needs.
std::optional<long> lowest_on(std::string_view line) {
  for (const std::string_view sign : {">=", "^"}) {
    const auto at = line.find(sign);
    if (at == npos) continue;
    const auto version = trim(line.substr(at + sign.size()));
    return version_number(version.substr(0, version.find_first_not_of("0123456789.")));
  }
  return std::nullopt;
}

// The oldest Python of the metadata; nothing where it does not say, or says different things.
std::optional<long> lowest_supported(const Tree& tree) {
  struct Place {
    std::string_view file, key;
  };
  constexpr auto places = std::to_array<Place>({{"pyproject.toml", "requires-python"},
                                                {"pyproject.toml", "python"},
                                                {"setup.cfg", "python_requires"},
                                                {"setup.py", "python_requires"}});
  std::optional<long> lowest;
  for (const auto& [file, key] : places) {
    const auto text = tree.read(file).value_or("");
    for (const auto whole : split_lines(text)) {
      const auto line = trim(whole);
      if (!line.starts_with(key) || !trim(line.substr(key.size())).starts_with('=')) continue;
      const auto here = lowest_on(line);
      if (!here) continue;
      if (lowest && *lowest != *here) return std::nullopt;
      lowest = here;
    }
  }
  return lowest;
}

std::string_view bare(std::string_view item) {
  item = trim(item);
  const bool is_quoted = item.size() > 1 && (item[0] == '"' || item[0] == '\'') && item.back() == item[0];
  return is_quoted ? item.substr(1, item.size() - 2) : item;
}

// `python-version: ["3.6", "3.8"]` without one of them; at least one is left.
std::optional<Edit> from_flow_list(const Lines& lines, std::size_t number, std::string_view version) {
  const auto line = lines.line(number);
  const auto open = line.find('['), close = line.find(']', open);
  if (open == npos || close == npos) return std::nullopt;
  const auto items = split(line.substr(open + 1, close - open - 1), ',');
  std::string rest;
  std::size_t left = 0;
  for (const auto item : items) {
    if (bare(item) == version) continue;
    rest += (left++ == 0 ? std::string(trim(item)) : "," + std::string(item));
  }
  if (left == 0 || left == items.size()) return std::nullopt;
  return Edit{lines.begin(number) + open + 1, close - open - 1, rest};
}

// The line `- "3.6"` below the key; at least one other is left.
std::optional<Edit> from_block_list(const Lines& lines, std::size_t key, std::string_view version) {
  std::size_t wanted = 0, items = 0;
  for (auto number = key + 1; lines.has(number) && trim(lines.line(number)).starts_with("- "); ++number) {
    ++items;
    if (bare(trim(lines.line(number)).substr(2)) == version) wanted = number;
  }
  if (wanted == 0 || items < 2) return std::nullopt;
  return Edit{lines.begin(wanted), lines.begin(wanted + 1) - lines.begin(wanted), ""};
}

std::size_t mentions(std::string_view text, std::string_view version) {
  std::size_t count = 0;
  for (auto at = text.find(version); at != npos; at = text.find(version, at + 1)) {
    const auto before = at == 0 ? ' ' : text[at - 1];
    const auto after = at + version.size() < text.size() ? text[at + version.size()] : ' ';
    if (!is_digit(before) && before != '.' && !is_digit(after) && after != '.') ++count;
  }
  return count;
}

// Nothing where the version is mentioned elsewhere, too: what includes or excludes it would no longer fit.
std::vector<Edit> without_version(std::string_view text, std::string_view version) {
  const Lines lines(text);
  std::vector<Edit> edits;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = trim(lines.line(number));
    const auto colon = line.find(':');
    if (colon == npos || line.starts_with('#') || !contains(line.substr(0, colon), "python")) continue;
    const bool is_block = trim(line.substr(colon + 1)).empty();
    const auto edit = is_block ? from_block_list(lines, number, version) : from_flow_list(lines, number, version);
    if (edit) edits.push_back(*edit);
  }
  return edits.size() == mentions(text, version) ? edits : std::vector<Edit>{};
}

}  // namespace

std::vector<Patch> drop_gone_version(const Patient& patient) {
  Draft draft(patient.tree);
  const auto lowest = lowest_supported(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const std::string version(capture(occurrence, "actual").empty() ? capture(occurrence, "expected")
                                                                    : capture(occurrence, "actual"));
    const auto number = version_number(version);
    if (!number || !lowest || *number >= *lowest) continue;
    for (const auto& file : workflows_of(patient)) {
      const auto text = draft.read(file);
      if (text && contains(*text, "setup-python")) draft.edit(file, without_version(*text, version));
    }
  }
  return draft.patches();
}

}  // namespace regreen
