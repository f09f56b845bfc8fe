// yaml.quote-colon: quotes the value that YAML takes for something else: one with ": " in it, or that begins with a
// character of YAML's own.

#include "base/among.h"
#include "base/character.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/format/fixers.h"
#include "mend/format/yaml_check.h"
#include "mend/format/yaml_tabs.h"
#include "mend/lines.h"
#include "mend/place.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace regreen {
namespace {

constexpr std::size_t mistakes_max = 20;  // of one file
constexpr std::size_t quotes_max = 20;    // that may be the open one: for each the whole text is parsed

struct Value {
  std::size_t begin = 0;
  std::size_t length = 0;
};

// The value of `key: value` or `- key: value` on a line, without its comment.
std::optional<Value> value_of(std::string_view line) {
  auto key = line.find_first_not_of(" -");
  if (key == std::string_view::npos || contains("#\"'[{|>&*!%", line.substr(key, 1))) return std::nullopt;
  const auto colon = line.find(": ", key);
  std::size_t begin = colon == std::string_view::npos ? key : line.find_first_not_of(' ', colon + 1);
  if (colon == std::string_view::npos && !trim(line).starts_with('-')) return std::nullopt;
  if (begin == std::string_view::npos) return std::nullopt;
  auto value = line.substr(begin);
  if (const auto comment = value.find(" #"); comment != std::string_view::npos) value = value.substr(0, comment);
  value = value.substr(0, value.find_last_not_of(" \t") + 1);
  if (value.empty() || contains("\"'|>&!", value.substr(0, 1))) return std::nullopt;
  return Value{begin, value.size()};
}

std::string quoted(std::string_view value) {
  if (value.find_first_of("\"\\") == std::string_view::npos) return "\"" + std::string(value) + "\"";
  return "'" + replace_all(std::string(value), "'", "''") + "'";
}

std::vector<Edit> quote_value(const Lines& lines, std::size_t number) {
  const auto line = lines.line(number);
  const auto value = value_of(line);
  if (!value) return {};
  const auto text = line.substr(value->begin, value->length);
  const bool has_colon = contains(text, ": ") || text.ends_with(':');
  const bool odd_start = contains("@`%*{[,?", text.substr(0, 1));
  // Flow collections are what they look like, but for templates: {{ name }}.
  const bool collection = (text[0] == '{' && !text.starts_with("{{")) || text[0] == '[';
  if ((!has_colon && !odd_start) || collection) return {};
  return {{lines.begin(number) + value->begin, value->length, quoted(text)}};
}

// `key:value`
std::vector<Edit> space_after_colon(const Lines& lines, std::size_t number) {
  const auto line = lines.line(number);
  const auto key = line.find_first_not_of(" -");
  const auto colon = key == std::string_view::npos ? key : line.find(':', key);
  if (colon == std::string_view::npos || colon + 1 >= line.size() || contains(" /\\", line.substr(colon + 1, 1)))
    return {};
  if (line.substr(key, colon - key).find_first_of(" \"'{}[]#") != std::string_view::npos) return {};
  return {{lines.begin(number) + colon + 1, 0, " "}};
}

// A value that opens a quote and never closes it.
std::vector<Edit> close_quote(const Lines& lines, std::size_t number) {
  const auto line = lines.line(number);
  const auto colon = line.find(": ");
  const auto key = line.find_first_not_of(" -");
  const auto value = line.find_first_not_of(' ', colon == std::string_view::npos ? key : colon + 1);
  if (value == std::string_view::npos || !contains("\"'", line.substr(value, 1))) return {};
  const auto text = line.substr(value, line.find_last_not_of(" \t") + 1 - value);
  if (std::ranges::count(text, text[0]) != 1 || contains(text, " #")) return {};
  return {{lines.begin(number) + value + text.size(), 0, std::string(text.substr(0, 1))}};
}

// The depths at which lines above stand, each once: of their first characters, and behind their hyphens.
std::set<std::size_t> depths_above(const Lines& lines, std::size_t number) {
  std::set<std::size_t> depths;
  for (auto above = number; above-- > 1;) {
    const auto line = lines.line(above);
    if (trim(line).empty() || trim(line).starts_with('#')) continue;
    const auto depth = indentation(line).size();
    depths.insert(depth);
    if (line.substr(depth).starts_with("- ")) depths.insert(line.find_first_not_of(' ', depth + 1));
    if (depth == 0) break;
  }
  return depths;
}

// Where a key would stand above what is nested in it, did that stand right: two columns to the left.
std::optional<std::size_t> depth_of_block_below(const Lines& lines, std::size_t number) {
  constexpr std::size_t step = 2;
  if (!trim(lines.line(number)).ends_with(':') || !lines.has(number + 1)) return std::nullopt;
  const auto below = indentation(lines.line(number + 1)).size();
  if (below < step || below <= indentation(lines.line(number)).size()) return std::nullopt;
  return below - step;
}

// The text after the edits, where it makes sense further than to the line.
std::optional<std::string> further(const std::string& text, std::vector<Edit> edits, std::size_t line) {
  if (edits.empty()) return std::nullopt;
  auto after = apply_edits(text, std::move(edits));
  if (!after || *after == text) return std::nullopt;
  const auto mistake = first_yaml_mistake(*after);
  return !mistake || mistake->line > line ? std::optional(std::move(*after)) : std::nullopt;
}

// A line a little off moves to where its neighbours above stand: alone where its block stands right then, else with
// what stands below it.
std::optional<std::string> realigned(const std::string& text, std::size_t number, std::size_t mistake) {
  constexpr std::size_t off_max = 2;
  const Lines lines(text);
  const auto depth = indentation(lines.line(number)).size();
  const auto distance = [&](std::size_t one) { return std::max(one, depth) - std::min(one, depth); };
  std::vector<std::size_t> depths;
  std::ranges::copy_if(depths_above(lines, number), std::back_inserter(depths),
                       [&](auto one) { return one != depth && distance(one) <= off_max; });
  const auto nearer = [&](std::size_t a, std::size_t b) {
    return distance(a) != distance(b) ? distance(a) < distance(b) : a > b;
  };
  std::ranges::sort(depths, nearer);
  const auto alone = depth_of_block_below(lines, number);
  if (alone && is_among(*alone, depths)) {
    if (auto after = further(text, {{lines.begin(number), depth, std::string(*alone, ' ')}}, mistake)) return after;
  }
  const auto moved_to = [&](std::size_t wanted) {
    std::vector<Edit> edits;
    for (auto below = number; lines.has(below); ++below) {
      const auto line = lines.line(below);
      const auto old = indentation(line).size();
      if (trim(line).empty()) continue;
      if (below > number && old <= depth) break;
      edits.push_back({lines.begin(below), old, std::string(old + wanted - depth, ' ')});
    }
    return further(text, std::move(edits), mistake);
  };
  for (std::size_t i = 0; i < depths.size(); ++i) {
    auto after = moved_to(depths[i]);
    // A key at the left rim that slipped to the right is rarer than one that slipped to the left.
    const bool is_open = i + 1 < depths.size() && distance(depths[i]) == distance(depths[i + 1]) && depths[i + 1] > 0;
    if (after && is_open && moved_to(depths[i + 1])) return std::nullopt;  // nobody knows which row it left
    if (after) return after;
  }
  return std::nullopt;
}

// One mistake less, at its line or the one above; nothing where no way helps.
std::optional<std::string> mended_once(const std::string& text, const YamlMistake& mistake) {
  const Lines lines(text);
  for (const auto number : {mistake.line, mistake.line - 1}) {
    if (lines.has(number) && contains(indentation(lines.line(number)), "\t")) return without_yaml_tabs(text, number);
    for (const auto change : {quote_value, space_after_colon, close_quote}) {
      if (auto after = further(text, change(lines, number), mistake.line)) return after;
    }
  }
  std::size_t quotes = 0;  // the parser sees an open one where the text ends
  for (std::size_t number = 1; number <= lines.count() && quotes < quotes_max; ++number) {
    auto edits = close_quote(lines, number);
    quotes += edits.size();
    if (auto after = further(text, std::move(edits), mistake.line)) return after;
  }
  for (const auto number : {mistake.line, mistake.line - 1, mistake.line + 1}) {
    if (auto after = lines.has(number) ? realigned(text, number, mistake.line) : std::nullopt) return after;
  }
  return std::nullopt;
}

std::optional<std::string> mended(std::string text) {
  for (std::size_t count = 0; count < mistakes_max; ++count) {
    const auto mistake = first_yaml_mistake(text);
    if (!mistake) return text;
    auto after = mended_once(text, *mistake);
    if (!after) return std::nullopt;
    text = std::move(*after);
  }
  return std::nullopt;
}

// `-item` below `key:`: what was meant for a list is one text to YAML.
std::string with_spaced_dashes(const std::string& text) {
  const Lines lines(text);
  std::vector<Edit> edits;
  for (std::size_t number = 2; number <= lines.count(); ++number) {
    const auto line = lines.line(number), above = lines.line(number - 1);
    const auto dash = line.find_first_not_of(' ');
    if (dash == std::string_view::npos || dash + 1 >= line.size() || line[dash] != '-') continue;
    const bool is_item = is_letter(line[dash + 1]) || contains("\"'/", line.substr(dash + 1, 1));
    const bool follows_item = !edits.empty() && edits.back().offset == lines.begin(number - 1) + dash + 1;
    const bool is_first = trim(above).ends_with(':') && indentation(above).size() <= dash;
    if (is_item && (is_first || follows_item)) edits.push_back({lines.begin(number) + dash + 1, 0, " "});
  }
  return apply_edits(text, std::move(edits)).value_or(text);
}

// Files that the lines around a message name, each once: `  in "ci.yml", line 2, column 12`, `ci.yml` above yamllint's findings.
std::vector<std::string> files_around(const Patient& patient) {
  auto files = files_of(patient.tree, patient.diagnosis);
  std::set<std::string, std::less<>> words;
  const auto add = [&](std::string_view word) {
    if (!contains(word, ".y") || !words.emplace(word).second) return;
    auto file = find_file(patient.tree, word);
    if (file && !is_among(*file, files)) files.push_back(std::move(*file));
  };
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    for (const auto& line : lines_of(occurrence)) {
      std::string plain = line;
      std::ranges::replace_if(
          plain, [](char c) { return contains("\"'(),:", std::string_view(&c, 1)); }, ' ');
      for (const auto word : split(plain, ' ')) add(word);
    }
  }
  return files;
}

}  // namespace

// A file with a mistake may hold another one that YAML does not mind: that is for the second patch to mend.
std::vector<Patch> quote_yaml_value(const Patient& patient) {
  Draft draft(patient.tree), with_lists(patient.tree);
  bool has_lists = false;
  for (const auto& file : files_around(patient)) {
    const auto text = draft.read(file);
    if (!text || !(file.ends_with(".yml") || file.ends_with(".yaml"))) continue;
    if (first_yaml_mistake(*text) == std::nullopt) continue;
    const auto after = mended(*text);
    if (!after) continue;
    auto spaced = with_spaced_dashes(*after);
    if (first_yaml_mistake(spaced)) spaced = *after;
    has_lists |= spaced != *after;
    draft.write(file, *after);
    with_lists.write(file, std::move(spaced));
  }
  auto patches = draft.patches();
  if (has_lists) {
    for (auto& patch : with_lists.patches()) patches.push_back(std::move(patch));
  }
  return patches;
}

}  // namespace regreen
