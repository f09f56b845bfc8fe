// ini.move-comment: a comment behind a value of a file that Python's configparser reads: it takes the comment for a part of the
// value. The comment gets a line of its own above.

#include "base/among.h"
#include "base/character.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/format/fixers.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr auto files =
    std::to_array<std::string_view>({".flake8", ".coveragerc", ".pylintrc", "pylintrc", ".pydocstyle"});
constexpr auto endings = std::to_array<std::string_view>({".cfg", ".ini", ".conf"});

bool is_ini(std::string_view path) {
  const auto name = name_of(path);
  return is_among(name, files) || std::ranges::any_of(endings, [&](auto ending) { return name.ends_with(ending); });
}

/// A line `key = 96  # why`, or a line `E203,  # why` of a longer value.
struct Commented {
  std::size_t line = 0;
  std::string_view value, comment;  ///< "96", "# why"
};

// The part of a value behind which a comment stands; nothing for values that may hold a '#' of their own.
std::optional<Commented> commented(std::string_view value, std::size_t line) {
  const auto mark = value.find_first_of("#;");
  if (mark == npos || mark == 0 || !contains(" \t", value.substr(mark - 1, 1))) return std::nullopt;
  if (mark + 1 < value.size() && is_digit(value[mark + 1])) return std::nullopt;  // "Berth #3"
  const auto front = trim(value.substr(0, mark));
  const bool is_plain =
      std::ranges::all_of(front, [](char c) { return is_word_byte(c) || contains(".,+- ", std::string_view(&c, 1)); });
  if (front.empty() || !is_plain) return std::nullopt;
  return Commented{line, front, trim(value.substr(mark))};
}

/// A section of a file: its lines.
struct Section {
  std::size_t first = 0, last = 0;
  std::string_view name;
};

std::vector<Section> sections_of(const Lines& lines) {
  std::vector<Section> all;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = trim(lines.line(number));
    if (line.starts_with('[') && contains(line, "]"))
      all.push_back({number, number, line.substr(1, line.find(']') - 1)});
    else if (!all.empty())
      all.back().last = number;
  }
  return all;
}

// The value on a line `key = value` or `key: value`, and its key.
struct KeyLine {
  std::string_view key, value;
};
std::optional<KeyLine> key_line(std::string_view line) {
  const auto at = line.find_first_of("=:");
  if (at == npos || line.empty() || contains(" \t#;[", line.substr(0, 1))) return std::nullopt;
  return KeyLine{trim(line.substr(0, at)), trim(line.substr(at + 1))};
}

// Every commented line of a section that one reader reads, keys and lines below them.
std::vector<Commented> commented_in(const Lines& lines, const Section& section) {
  std::vector<Commented> all;
  for (auto number = section.first + 1; number <= section.last; ++number) {
    const auto line = lines.line(number);
    const auto key = key_line(line);
    const auto value = key ? key->value : indentation(line).empty() ? std::string_view() : trim(line);
    if (const auto one = commented(value, number)) all.push_back(*one);
  }
  return all;
}

std::vector<Edit> moved(std::string_view text, const Lines& lines, const std::vector<Commented>& all) {
  const std::string end(line_end(text));
  std::vector<Edit> edits;
  for (const auto& one : all) {
    const auto line = lines.line(one.line);
    const auto front = trim(line.substr(0, line.find(one.comment, line.find(one.value))));
    const auto indent = std::string(indentation(line));
    edits.push_back(
        {lines.begin(one.line), line.size(), indent + std::string(one.comment) + end + indent + std::string(front)});
  }
  return edits;
}

// Does the section hold what the reader stopped at: the value as it was read, or a comment in the value of the key?
bool is_meant(const Lines& lines, const Section& section, std::string_view actual, std::string_view key) {
  bool below_key = false;
  for (auto number = section.first + 1; number <= section.last; ++number) {
    const auto line = lines.line(number);
    if (const auto one = key_line(line)) {
      below_key = !key.empty() && replace_all(std::string(one->key), "_", "-") == key;
      if (!actual.empty() && one->value == actual) return true;
      if (below_key && commented(one->value, number)) return true;
    } else if (below_key && !indentation(line).empty() && commented(trim(line), number)) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::vector<Patch> move_ini_comment(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto actual = trim(capture(occurrence, "actual"));
    const auto key = replace_all(std::string(capture(occurrence, "key")), "_", "-");
    if (actual.empty() && key.empty()) continue;
    for (const auto& path : patient.tree.list()) {
      const auto text = is_ini(path) ? draft.read(path) : std::nullopt;
      if (!text) continue;
      const Lines lines(*text);
      std::vector<Edit> edits;
      for (const auto& section : sections_of(lines)) {
        if (!is_meant(lines, section, actual, key)) continue;
        for (auto& edit : moved(*text, lines, commented_in(lines, section))) edits.push_back(std::move(edit));
      }
      if (!edits.empty()) draft.edit(path, std::move(edits));
    }
  }
  return draft.patches();
}

}  // namespace regreen
