// shell.count-safely: under `set -e` the command ((n++)) ends the script where n was zero, without a word: what an arithmetic
// command answers is its exit code. An assignment counts the same and always succeeds.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/shell/fixers.h"
#include "mend/shell/script.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t files_max = 20;  // of more, one failure is no reason to change them all

using Names = std::set<std::string, std::less<>>;

// `set -e`, `set -euo pipefail`, `set -o errexit`, `#!/bin/bash -e`
bool ends_at_failure(const Lines& lines) {
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = trim(lines.line(number));
    if (number == 1 && line.starts_with("#!") && contains(line, " -e")) return true;
    if (!line.starts_with("set -")) continue;
    const auto word = line.substr(4, line.find(' ', 4) - 4);
    if (!word.starts_with("--") && contains(word, "e")) return true;
    if (contains(line, "errexit")) return true;
  }
  return false;
}

/// A command that does nothing but count: ((n++)), ((n += x)), let n++, let "n += 1".
struct Count {
  std::size_t offset = 0, length = 0;  ///< in its line
  std::string name, amount;            ///< n, x
};

// `n++` and `n += x`; nothing for anything that may mean more.
std::optional<Count> counted(std::string_view inside) {
  inside = trim(inside);
  const auto name = word_at(inside, 0);
  auto rest = trim(inside.substr(name.size()));
  if (!is_identifier(name)) return std::nullopt;
  if (rest == "++") return Count{0, 0, std::string(name), "1"};
  if (!rest.starts_with("+=")) return std::nullopt;
  rest = trim(rest.substr(2));
  // What binds less than the sum would be added up first.
  const bool is_plain = !rest.empty() && rest.find_first_of("=,?()'\"`<>&|^") == npos;
  return is_plain ? std::optional(Count{0, 0, std::string(name), std::string(rest)}) : std::nullopt;
}

// What may stand before a command that is one of its own, and behind it.
bool is_alone(std::string_view front, std::string_view behind) {
  static constexpr auto before = std::to_array<std::string_view>({";", "{", "do", "then", "else", ")"});
  front = trim(front);
  behind = trim(behind);
  const bool begins = front.empty() || std::ranges::any_of(before, [&](auto word) { return front.ends_with(word); });
  return begins && (behind.empty() || behind[0] == ';' || behind[0] == '#' || behind[0] == '}');
}

std::optional<Count> count_on(std::string_view line) {
  if (trim(line).starts_with("#")) return std::nullopt;
  const auto open = line.find("((");
  const auto close = open == npos ? npos : line.find("))", open);
  if (close != npos && (open == 0 || line[open - 1] != '$')) {
    auto one = counted(line.substr(open + 2, close - open - 2));
    if (!one || !is_alone(line.substr(0, open), line.substr(close + 2))) return std::nullopt;
    one->offset = open;
    one->length = close + 2 - open;
    return one;
  }
  const auto let = line.find("let ");
  if (let == npos || !trim(line.substr(0, let)).empty()) return std::nullopt;
  auto word = line.substr(let + 4);
  word = word.substr(0, std::min(word.find_first_of(";#&|"), word.size()));
  while (word.ends_with(' ')) word.remove_suffix(1);
  const bool is_quoted = word.size() > 2 && (word[0] == '"' || word[0] == '\'') && word.back() == word[0];
  auto one = counted(is_quoted ? word.substr(1, word.size() - 2) : word);
  if (!one || !is_alone("", line.substr(let + 4 + word.size()))) return std::nullopt;
  one->offset = let;
  one->length = 4 + word.size();
  return one;
}

/// The variables that a script sets, and those of them that it sets to zero or to nothing.
struct Variables {
  Names set, zero;
};

Variables variables_of(std::string_view text) {
  Variables all;
  for (auto at = text.find('='); at != npos; at = text.find('=', at + 1)) {
    const std::string name(word_before(text, at));
    if (!is_identifier(name)) continue;
    all.set.insert(name);
    const auto value = text.substr(at + 1, 2);
    const bool is_zero = value.starts_with('0') && (value.size() == 1 || !is_word_byte(value[1]));
    if (is_zero || value.empty() || contains(" \r\n", value.substr(0, 1))) all.zero.insert(name);
  }
  return all;
}

// Counts what begins at zero: what the script sets to it, or never sets but by counting.
std::vector<Edit> counted_safely(std::string_view text, const Lines& lines) {
  if (!contains(text, "((") && !contains(text, "let ")) return {};
  const auto variables = variables_of(text);
  std::vector<Edit> edits;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto one = count_on(lines.line(number));
    if (!one || (variables.set.contains(one->name) && !variables.zero.contains(one->name))) continue;
    edits.push_back(
        {lines.begin(number) + one->offset, one->length, one->name + "=$((" + one->name + " + " + one->amount + "))"});
  }
  return edits;
}

// The names of the files that a script reads in as parts of itself: log.sh of `source lib/log.sh` and `. "$here/log.sh"`.
void add_parts(const Lines& lines, Names& parts) {
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    auto line = trim(lines.line(number));
    if (!line.starts_with("source ") && !line.starts_with(". ")) continue;
    while (line.ends_with('"') || line.ends_with('\'')) line.remove_suffix(1);
    parts.emplace(line.substr(line.find_last_of("/ \"'") + 1));
  }
}

using EditsByFile = std::map<std::string, std::vector<Edit>>;

// What to change in the scripts that end at the first failure, and in those that they read in.
EditsByFile edits_in(const Tree& tree) {
  EditsByFile all;
  std::set<std::string> strict;
  Names parts;
  for_each_shell_script(tree, [&](const auto& path, const auto& text) {
    const Lines lines(text);
    if (ends_at_failure(lines)) {
      strict.insert(path);
      add_parts(lines, parts);
    }
    if (auto edits = counted_safely(text, lines); !edits.empty()) all[path] = std::move(edits);
  });
  std::erase_if(all,
                [&](const auto& one) { return !strict.contains(one.first) && !parts.contains(name_of(one.first)); });
  return all;
}

// Does the log speak of a file where it says what failed? A file `run` is not the one that is `running`.
bool is_named(const std::vector<Occurrence>& occurrences, std::string_view path) {
  const auto has = [&](std::string_view line) { return !words_in(line, name_of(path)).empty(); };
  return std::ranges::any_of(occurrences, [&](const auto& one) { return std::ranges::any_of(lines_of(one), has); });
}

std::vector<Patch> patches_for(const Tree& tree, const EditsByFile& edits) {
  Draft draft(tree);
  if (edits.size() > files_max) return {};
  for (const auto& [path, of_file] : edits) draft.edit(path, of_file);
  return draft.patches();
}

}  // namespace

// First the scripts that the log speaks of, then all.
std::vector<Patch> count_without_status(const Patient& patient) {
  const auto all = edits_in(patient.tree);
  const auto occurrences = occurrences_of(patient.diagnosis);
  auto named = all;
  std::erase_if(named, [&](const auto& one) { return !is_named(occurrences, one.first); });
  auto patches = patches_for(patient.tree, named);
  if (named.size() < all.size()) std::ranges::move(patches_for(patient.tree, all), std::back_inserter(patches));
  return patches;
}

}  // namespace regreen
