// shell.count-safely: under `set -e` the command ((n++)) ends the script where n was zero, without a word: what an arithmetic
// command answers is its exit code. An assignment counts the same and always succeeds.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/shell/fixers.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t files_max = 1000;

bool is_bash(const Tree& tree, const std::string& path) {
  const auto name = name_of(path);
  if (name.ends_with(".sh") || name.ends_with(".bash")) return true;
  if (contains(name, ".") || !tree.is_executable(path)) return false;
  const auto first = Lines(tree.read(path).value_or("").substr(0, 80)).line(1);
  return first.starts_with("#!") && contains(first, "bash");
}

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
  const auto end = std::find_if_not(inside.begin(), inside.end(), is_word_byte);
  const auto name = inside.substr(0, static_cast<std::size_t>(end - inside.begin()));
  auto rest = trim(inside.substr(name.size()));
  if (!is_identifier(name)) return std::nullopt;
  if (rest == "++") return Count{0, 0, std::string(name), "1"};
  if (!rest.starts_with("+=")) return std::nullopt;
  rest = trim(rest.substr(2));
  const bool is_plain = !rest.empty() && rest.find_first_of("=,?()'\"`") == npos;
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

// The variables that the script sets to zero, or never sets but by counting.
bool begins_at_zero(const Lines& lines, const std::string& name) {
  bool is_set = false;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    for (const auto at : words_in(line, name)) {
      if (line.substr(at + name.size(), 1) != "=") continue;
      is_set = true;
      const auto value = line.substr(at + name.size() + 1);
      const bool is_zero = value.starts_with("0") && (value.size() == 1 || !is_word_byte(value[1]));
      if (is_zero || value.empty() || value[0] == ' ') return true;
    }
  }
  return !is_set;
}

std::vector<Edit> counted_safely(std::string_view text) {
  const Lines lines(text);
  std::vector<Edit> edits;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto one = count_on(lines.line(number));
    if (!one || !begins_at_zero(lines, one->name)) continue;
    edits.push_back(
        {lines.begin(number) + one->offset, one->length, one->name + "=$((" + one->name + " + " + one->amount + "))"});
  }
  return edits;
}

// Does the script read the file in as a part of itself: `source lib/log.sh`, `. "$here/log.sh"`?
bool reads_in(const Lines& lines, std::string_view file) {
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    auto line = trim(lines.line(number));
    if (!line.starts_with("source ") && !line.starts_with(". ")) continue;
    while (line.ends_with('"') || line.ends_with('\'')) line.remove_suffix(1);
    if (line.ends_with("/" + std::string(file)) || line.ends_with(" " + std::string(file))) return true;
  }
  return false;
}

// The scripts that end at the first failure, and those that they read in.
std::vector<std::string> ending_scripts(const Tree& tree) {
  std::vector<std::string> all, strict;
  for (const auto& path : tree.list()) {
    if (all.size() < files_max && is_bash(tree, path)) all.push_back(path);
  }
  for (const auto& path : all) {
    if (ends_at_failure(Lines(tree.read(path).value_or("")))) strict.push_back(path);
  }
  auto ending = strict;
  for (const auto& path : all) {
    const bool is_part =
        std::ranges::find(strict, path) == strict.end() && std::ranges::any_of(strict, [&](const auto& script) {
          return reads_in(Lines(tree.read(script).value_or("")), name_of(path));
        });
    if (is_part) ending.push_back(path);
  }
  return ending;
}

}  // namespace

std::vector<Patch> count_without_status(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& path : ending_scripts(patient.tree)) {
    const auto text = draft.read(path);
    if (!text || !(contains(*text, "((") || contains(*text, "let "))) continue;
    if (auto edits = counted_safely(*text); !edits.empty()) draft.edit(path, std::move(edits));
  }
  return draft.patches();
}

}  // namespace regreen
