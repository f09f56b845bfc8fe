// ini.double-percent: a lone percent sign in a value that Python's configparser interpolates, where `%(name)s` stands for another
// value and `%%` for the sign itself.
//
//   configparser.InterpolationSyntaxError: '%' must be followed by '%' or '(', found: '% of the disk'
//
// The message ends as the value does; pytest shows the option and section as well. Only that value is changed: others may be read raw,
// as formats of dates in a logging configuration are.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/format/fixers.h"
#include "mend/lines.h"
#include "mend/place.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// Files of tools that interpolate nothing.
constexpr auto raw_files = std::to_array<std::string_view>(
    {"pytest.ini", "tox.ini", "setup.cfg", "mypy.ini", "pylintrc", ".pylintrc", ".flake8", ".coveragerc"});

bool is_ini(std::string_view path) {
  static constexpr auto endings = std::to_array<std::string_view>({".ini", ".cfg", ".conf"});
  const auto name = name_of(path);
  // What a test reads may be wrong on purpose.
  const bool is_of_test = contains("/" + std::string(folder_of(path)) + "/", "/test");
  return !is_of_test && !is_among(name, raw_files) &&
         std::ranges::any_of(endings, [&](auto ending) { return name.ends_with(ending); });
}

// Where the lone percent signs of a value are. None where the value holds a reference that is not one, either.
std::vector<std::size_t> lone_percents(std::string_view value) {
  std::vector<std::size_t> lone;
  for (auto at = value.find('%'); at != npos; at = value.find('%', at)) {
    const auto next = value.substr(at + 1, 1);
    if (next == "(") {
      const auto end = value.find(")s", at);
      if (end == npos) return {};
      at = end + 2;
    } else if (next == "%") {
      at += 2;
    } else {
      lone.push_back(at++);
    }
  }
  return lone;
}

/// An option of a file whose value has a lone percent sign: where the value begins, and the signs in it.
struct Option {
  std::string file, section, name;
  std::size_t offset = 0;
  std::vector<std::size_t> percents;
};

void add_options(const std::string& file, std::string_view text, std::string_view rest, std::vector<Option>& found) {
  const Lines lines(text);
  std::string section;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    if (line.starts_with('[')) section = line.substr(1, line.find(']') - 1);
    const auto sign = line.find_first_of("=:");
    if (sign == npos || contains(" \t#;[", line.substr(0, 1))) continue;
    const auto value = trim(line.substr(sign + 1));
    auto percents = lone_percents(value);
    if (percents.empty() || value.substr(percents[0]) != rest) continue;
    const auto offset = lines.begin(number) + offset_in(line, value);
    found.push_back({file, section, lower(trim(line.substr(0, sign))), offset, std::move(percents)});
  }
}

// What pytest shows of the function that stopped: `option = 'disk_full_at', accum = ['90'], rest = '%', section = 'alarm'`
std::string shown(const Occurrence& occurrence, std::string_view name) {
  const auto mark = std::string(name) + " = '";
  for (auto line = occurrence.before.rbegin(); line != occurrence.before.rend(); ++line) {
    const auto at = line->find(mark);
    if (at == npos || (at > 0 && (*line)[at - 1] != ' ')) continue;
    return std::string(between(std::string_view(*line).substr(at), "'", "'"));
  }
  return "";
}

// The options that were meant: all of one name, since files of one kind are read alike; none where several names could be.
std::vector<Option> options_meant(const Tree& tree, const Occurrence& occurrence) {
  std::vector<Option> options;
  for (const auto& path : tree.list()) {
    const auto text = is_ini(path) ? tree.read(path) : std::nullopt;
    if (text) add_options(path, *text, capture(occurrence, "actual"), options);
  }
  const auto section = shown(occurrence, "section"), name = shown(occurrence, "option");
  std::erase_if(options, [&](const Option& one) {
    const bool is_section = section.empty() || one.section == section || one.section == "DEFAULT";
    return !is_section || (!name.empty() && one.name != name);
  });
  std::set<std::string> names;
  for (const auto& one : options) names.insert(one.section + "\n" + one.name);
  return names.size() == 1 ? options : std::vector<Option>{};
}

}  // namespace

std::vector<Patch> double_ini_percent(const Patient& patient) {
  std::map<std::string, std::set<std::size_t>> places;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    if (!capture(occurrence, "actual").starts_with('%')) continue;
    for (const auto& option : options_meant(patient.tree, occurrence)) {
      for (const auto at : option.percents) places[option.file].insert(option.offset + at);
    }
  }
  Draft draft(patient.tree);
  for (const auto& [file, percents] : places) {
    std::vector<Edit> edits;
    for (const auto at : percents) edits.push_back({at, 0, "%"});
    draft.edit(file, std::move(edits));
  }
  return draft.patches();
}

}  // namespace regreen
