// yaml.join-halves: a merge left a key twice in a mapping, each with a part of what it holds.
//
//   environment:                     compose.yaml
//     QUEUE_URL: redis://queue         21:5  error  duplication of key "environment" in mapping  (key-duplicates)
//   environment:
//     SMTP_HOST: mail
//
// Where no key is in both with another value, there is one mapping that says what both do. So there is for lists of names in any
// order. Only what the newest commit brought: a half that was there twice before was read in some way, and nobody missed the other.

#include "mend/format/yaml_halves.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/format/fixers.h"
#include "mend/format/yaml_check.h"
#include "mend/format/yaml_report.h"
#include "mend/lines.h"
#include "model/last_commit.h"

#include <algorithm>
#include <array>
#include <vector>

namespace regreen {
namespace {

constexpr std::size_t entries_max = 200;

// Keys of compose files and workflows whose lists say what there is, in no order.
constexpr auto unordered =
    std::to_array<std::string_view>({"branches", "cap_drop", "configs", "depends_on", "environment", "expose", "labels",
                                     "needs", "networks", "paths", "ports", "profiles", "tags", "types", "volumes"});

// What both say together is more than either was meant to be given, or to start.
constexpr auto granting = std::to_array<std::string_view>({"on", "permissions", "secrets"});

/// An entry of a mapping or list: its lines, and the comments above them.
struct Entry {
  std::string key, said;  // "SMTP_HOST", and all of it as if it began in the first column
  std::vector<std::string> lines;
};

/// What stands below a key.
struct Half {
  std::size_t first = 0, last = 0;  // lines, that of the key included
  std::size_t column = 0;           // of the entries
  bool is_list = false;
  std::vector<Entry> entries;
};

std::size_t depth_of(std::string_view line) { return std::min(line.find_first_not_of(' '), line.size()); }

bool is_comment(std::string_view line) { return trim(line).starts_with('#'); }

// "  environment:" → "environment"; "" for a key with a value.
std::string_view lone_key(std::string_view line) {
  const auto said = trim(line);
  return said.ends_with(':') && said.find_first_of(" #{[\"'&*") == std::string_view::npos
             ? said.substr(0, said.size() - 1)
             : std::string_view();
}

// Where a volume is mounted, or the port of the host: "./conf:/etc/app:ro", "127.0.0.1:8080:80".
std::string_view place_of(std::string_view item, std::string_view key) {
  if (key == "volumes" && contains(item, ":/")) item = item.substr(item.find(":/") + 1);
  if (key != "ports" || !contains(item, ":")) return item;
  item = item.substr(0, item.rfind(':'));
  return item.substr(item.rfind(':') + 1);
}

// What an entry is told by: the name in front of the colon, of items as well: "8080:80", "DEBUG=1"; else the item.
std::string key_of(std::string_view line, bool is_list, std::string_view list) {
  auto said = trim(line);
  if (is_list) said = trim(said.substr(1));
  while (!said.empty() && contains("\"'", said.substr(0, 1))) said.remove_prefix(1);
  if (is_list) said = place_of(said, list);
  const auto end = is_list ? said.find_first_of(":=\"' ") : said.find(':');
  return std::string(said.substr(0, end));
}

// The half below a key; nothing where it is neither a plain mapping nor a plain list.
std::optional<Half> half_at(const Lines& lines, std::size_t number) {
  const auto level = depth_of(lines.line(number));
  Half half{number, number, 0, false, {}};
  const auto key = lone_key(lines.line(number));
  std::vector<std::string> notes;
  std::size_t blank = 0;  // lines
  for (auto at = number + 1; at <= lines.count(); ++at) {
    const auto line = lines.line(at);
    if (trim(line).empty()) {
      ++blank;
      continue;
    }
    const auto depth = depth_of(line);
    const bool is_item = trim(line).starts_with("- ");
    if (is_comment(line) && (half.entries.empty() || depth <= half.column)) {
      notes.emplace_back(line);
      continue;
    }
    if (depth < level || (depth == level && !(is_item && (half.entries.empty() || half.is_list)))) break;
    if (half.entries.empty()) {
      half.column = depth;
      half.is_list = is_item;
    }
    const bool begins = depth == half.column;
    if (depth < half.column || (begins && (is_item != half.is_list || (!is_item && !contains(line, ":")))) ||
        half.entries.size() > entries_max)
      return std::nullopt;
    if (begins) half.entries.push_back({key_of(line, is_item, key), "", {}});
    auto& entry = half.entries.back();
    if (!begins) entry.lines.insert(entry.lines.end(), blank, "");
    entry.lines.insert(entry.lines.end(), notes.begin(), notes.end());
    entry.lines.emplace_back(line);
    entry.said += std::string(depth - half.column, ' ') + std::string(trim(line)) + "\n";
    notes.clear();
    blank = 0;
    half.last = at;
  }
  const bool is_clear = std::ranges::none_of(half.entries, [](const Entry& entry) {
    return entry.key == "<<" || entry.key.starts_with('!');  // what it takes along, or takes out of what stands above
  });
  return half.entries.empty() || !is_clear ? std::nullopt : std::optional(std::move(half));
}

// The line of the key above that is in the same mapping; 0 where there is none.
std::size_t same_key_above(const Lines& lines, std::size_t number) {
  const auto level = depth_of(lines.line(number));
  for (auto above = number - 1; above >= 1; --above) {
    const auto line = lines.line(above);
    if (trim(line).empty() || is_comment(line)) continue;
    if (depth_of(line) < level) return 0;
    if (depth_of(line) == level && trim(line) == trim(lines.line(number))) return above;
  }
  return 0;
}

// Are there lines of a text whose blanks are part of it: "script: |"?
bool has_block_text(const Entry& entry) {
  return entry.lines.size() > 1 && std::ranges::any_of(entry.lines, [](std::string_view line) {
           line = trim(line.substr(0, line.find(" #")));
           const auto last = trim(line.substr(line.find_last_of(" :") + 1));
           return last.starts_with('|') || last.starts_with('>');
         });
}

// The lines of the second half that the first does not have, in its column; nothing where the two contradict each other.
std::optional<std::string> on_top(const Half& first, const Half& second, std::string_view end) {
  std::string more;
  if (has_block_text(first.entries.back())) return std::nullopt;
  for (const auto& entry : second.entries) {
    const auto known = std::ranges::find(first.entries, entry.key, &Entry::key);
    if (known != first.entries.end() && known->said != entry.said) return std::nullopt;
    if (known != first.entries.end()) continue;
    if (has_block_text(entry)) return std::nullopt;
    for (const auto& line : entry.lines) {
      const auto depth = depth_of(line) + first.column;
      if (depth < second.column) return std::nullopt;
      more += std::string(depth - second.column, ' ') + std::string(trim(line)) + std::string(end);
    }
  }
  return more;
}

std::size_t times(std::string_view text, std::string_view line) {
  const auto lines = split_lines(text);
  return static_cast<std::size_t>(std::ranges::count_if(lines, [&](auto one) { return trim(one) == trim(line); }));
}

// Did the newest commit bring a key once more, in a text that had none of it twice?
bool is_brought(const Patient& patient, const std::string& file, const std::string& text, std::size_t number) {
  const auto before = patient.last_commit.before.find(file);
  const auto line = Lines(text).line(number);
  if (before == patient.last_commit.before.end() || !before->second) return false;
  const Lines lines(*before->second);
  for (std::size_t one = 1; one <= lines.count(); ++one) {
    if (trim(lines.line(one)) == trim(line) && same_key_above(lines, one) > 0) return false;
  }
  return times(*before->second, line) < times(text, line);
}

}  // namespace

std::optional<std::string> with_halves_joined(std::string_view text, std::size_t number) {
  const Lines lines(text);
  const auto key = lines.has(number) ? lone_key(lines.line(number)) : std::string_view();
  const auto above = key.empty() ? 0 : same_key_above(lines, number);
  const auto first = above == 0 ? std::nullopt : half_at(lines, above);
  const auto second = above == 0 ? std::nullopt : half_at(lines, number);
  if (!first || !second || first->is_list != second->is_list || first->last >= number || contains(text, "\t"))
    return std::nullopt;
  if (first->is_list ? !is_among(key, unordered) : is_among(key, granting)) return std::nullopt;
  const auto more = on_top(*first, *second, line_end(text));
  if (!more) return std::nullopt;
  const auto gone = lines.begin(second->first), behind = lines.begin(second->last + 1);
  auto joined = apply_edits(text, {{lines.begin(first->last + 1), 0, *more}, {gone, behind - gone, ""}});
  if (!joined || first_yaml_mistake(*joined)) return std::nullopt;
  return std::move(*joined);
}

std::vector<Patch> join_yaml_halves(const Patient& patient) {
  Draft draft(patient.tree);
  for (auto [file, findings] : yaml_findings_in(patient)) {
    std::ranges::sort(findings);
    std::size_t gone = 0;  // lines above, since the report was written
    for (const auto& finding : findings) {
      const auto text = contains(finding.text, "duplication of key") ? draft.read(file) : std::nullopt;
      const auto number = finding.line - std::min(gone, finding.line);
      if (!text || !is_brought(patient, file, *text, number)) continue;
      auto joined = with_halves_joined(*text, number);
      if (!joined) continue;
      gone += Lines(*text).count() - Lines(*joined).count();
      draft.write(file, std::move(*joined));
    }
  }
  return draft.patches();
}

}  // namespace regreen
