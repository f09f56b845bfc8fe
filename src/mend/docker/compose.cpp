// docker.fix-compose: a service, network or volume of a Compose file that is spelt otherwise where it is declared, a service that the
// newest commit gave another name, and a volume that is used and declared nowhere.

#include "mend/docker/compose.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/docker/fixers.h"
#include "mend/docker/renamed_service.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/slip.h"
#include "model/last_commit.h"

#include <algorithm>
#include <array>

namespace regreen {

bool is_compose(std::string_view path) {
  const auto name = name_of(path);
  return (name.ends_with(".yml") || name.ends_with(".yaml")) && contains(name, "compose");
}

namespace {

constexpr auto npos = std::string_view::npos;

bool is_name(std::string_view text) {
  return !text.empty() &&
         text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-") == npos;
}

// `  name:` → name
std::string_view key_of(std::string_view line) {
  line = trim(line.substr(0, line.find(" #")));
  const auto colon = line.find(':');
  return colon == npos || line.starts_with('#') ? "" : trim(line.substr(0, colon));
}

struct Section {
  std::size_t line = 0;  // 0: there is none
  std::vector<std::string> names;
};

// The names below a key of the top.
Section section_of(const Lines& lines, std::string_view key) {
  Section section;
  std::size_t depth = 0;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    if (trim(line).empty() || trim(line).starts_with('#')) continue;
    const auto indent = indentation(line).size();
    if (indent == 0) {
      if (section.line != 0) break;
      if (key_of(line) == key) section.line = number;
    } else if (section.line != 0) {
      if (depth == 0) depth = indent;
      if (indent == depth && !key_of(line).empty()) section.names.emplace_back(key_of(line));
    }
  }
  return section;
}

bool is_edge(char c) { return contains(" \t'\",[]:{}", std::string_view(&c, 1)); }

// The keys of a service that name what a section declares.
bool names_section(std::string_view key, std::string_view section) {
  static constexpr auto of_services = std::to_array<std::string_view>({"depends_on", "links", "volumes_from"});
  return section == "services" ? is_among(key, of_services) : key == section;
}

// Where the name stands on a line below such a key, `- name`, `name:`, `source: name`, or in a list behind it, `[name]`; npos where it
// does not.
std::size_t place_on(std::string_view line, std::string_view name, bool is_below) {
  for (auto at = line.find(name); at != npos; at = line.find(name, at + 1)) {
    const auto end = at + name.size();
    if ((at > 0 && !is_edge(line[at - 1])) || (end < line.size() && !is_edge(line[end]))) continue;
    auto before = trim(line.substr(0, at));
    if (before.starts_with('#')) return npos;
    while (before.ends_with('"') || before.ends_with('\'')) before.remove_suffix(1);
    before = trim(before);
    const bool is_key = before.empty() && line.substr(end, 1) == ":";
    const bool is_item = before == "-" || before == "source:" || before == "- source:";
    if (is_below ? is_key || is_item : before.ends_with('[') || before.ends_with(',')) return at;
  }
  return npos;
}

// Where services name what a section declares: `depends_on:` and the like for services, and not a volume that is called as they are.
std::vector<std::size_t> uses_of(const Lines& lines, std::string_view section, std::string_view name) {
  struct Key {
    std::size_t depth;
    std::string_view word;
  };
  std::vector<Key> above;
  std::vector<std::size_t> uses;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    const auto said = trim(line);
    if (said.empty() || said.starts_with('#')) continue;
    const auto depth = indentation(line).size();
    const bool is_item = said.starts_with('-');
    while (!above.empty() && (above.back().depth > depth || (above.back().depth == depth && !is_item)))
      above.pop_back();
    const bool is_below = !above.empty() && above.back().depth > 0 && names_section(above.back().word, section);
    const bool has_row = depth > 0 && names_section(key_of(line), section);
    const auto at = is_below || has_row ? place_on(line, name, is_below) : npos;
    if (at != npos) uses.push_back(lines.begin(number) + at);
    if (!is_item && !key_of(line).empty()) above.push_back({depth, key_of(line)});
  }
  return uses;
}

// Had the file of the commit before both names? Then the one that is gone was no slip of the other.
bool had_both(const LastCommit& commit, const std::string& path, std::string_view section, const std::string& name,
              const std::string& near) {
  const auto row = commit.before.find(path);
  if (row == commit.before.end() || !row->second) return false;
  const auto names = section_of(Lines(*row->second), section).names;
  return is_among(name, names) && is_among(near, names);
}

struct Missing {
  std::string_view section;
  std::string name;
};

std::string quoted_behind(std::string_view said, std::string_view mark) {
  const auto at = said.find(mark);
  if (at == npos) return "";
  auto rest = trim(said.substr(at + mark.size()));
  if (rest.starts_with('\'') || rest.starts_with('"')) rest = rest.substr(1, rest.find(rest[0], 1) - 1);
  const auto name = rest.substr(0, rest.find_first_of(" :,'\""));
  return is_name(name) ? std::string(name) : "";
}

// Both generations of the tool: "depends on service 'db' which is undefined", "depends on undefined service "db"".
std::optional<Missing> missing_in(std::string_view said) {
  struct Words {
    std::string_view mark, section;
  };
  for (const auto& [mark, section] :
       {Words{"depends on undefined service ", "services"}, Words{"depends on service ", "services"},
        Words{"refers to undefined network ", "networks"}, Words{"uses an undefined network ", "networks"},
        Words{"refers to undefined volume ", "volumes"}, Words{"Named volume ", "volumes"}}) {
    if (auto name = quoted_behind(said, mark); !name.empty()) return Missing{section, std::move(name)};
  }
  return std::nullopt;
}

std::optional<Edit> declared(std::string_view text, const Lines& lines, const Section& section,
                             const Missing& missing) {
  if (missing.section == "services") return std::nullopt;
  const std::string end(line_end(text)), entry = "  " + missing.name + ":";
  if (section.line != 0) {
    if (!trim(lines.line(section.line)).ends_with(':')) return std::nullopt;
    return line_below(text, lines.begin(section.line), entry);
  }
  const auto gap = text.ends_with('\n') ? end : end + end;
  return Edit{text.size(), 0, gap + std::string(missing.section) + ":" + end + entry + end};
}

}  // namespace

std::vector<Patch> fix_compose(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    auto missing = missing_in(occurrence.at.text);  // the reason may stand below "… is invalid because:"
    if (!missing && !occurrence.after.empty()) missing = missing_in(occurrence.after[0]);
    if (!missing) continue;
    for (const auto& path : patient.tree.list()) {
      const auto text = is_compose(path) ? draft.read(path) : std::nullopt;
      if (!text) continue;
      const Lines lines(*text);
      const auto section = section_of(lines, missing->section);
      const auto uses = uses_of(lines, missing->section, missing->name);
      if (uses.empty() || is_among(missing->name, section.names)) continue;
      const auto near = only_near(section.names, missing->name);
      const bool is_service = missing->section == "services";
      if (is_service && follow_renamed_service(path, missing->name, patient, draft)) break;
      std::vector<Edit> edits;
      const bool is_meant =
          !near.empty() && !had_both(patient.last_commit, path, missing->section, missing->name, near);
      for (const auto at : is_meant ? uses : std::vector<std::size_t>{})
        edits.push_back({at, missing->name.size(), near});
      if (edits.empty()) {
        if (auto edit = declared(*text, lines, section, *missing)) edits.push_back(*edit);
      }
      if (!edits.empty() && draft.edit(path, std::move(edits))) break;
    }
  }
  return draft.patches();
}

}  // namespace regreen
