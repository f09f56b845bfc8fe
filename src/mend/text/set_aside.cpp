#include "mend/text/set_aside.h"

#include "base/among.h"
#include "base/character.h"
#include "base/text.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>

namespace regreen {
namespace {

// What people call that which is no longer meant for everybody.
constexpr auto marks = std::to_array<std::string_view>(
    {"old",          "legacy",    "deprecated", "obsolete", "unsafe",  "unchecked",   "unlocked",   "raw",
     "internal",     "private",   "impl",       "inner",    "base",    "default",     "original",   "orig",
     "test",         "testing",   "fake",       "mock",     "dummy",   "insecure",    "unverified", "untrusted",
     "unsanitized",  "unescaped", "stub",       "noop",     "null",    "placeholder", "naive",      "compat",
     "fallback",     "backup",    "previous",   "former",   "retired", "broken",      "tmp",        "temp",
     "experimental", "slow",      "sync",       "sample",   "example", "demo",        "debug",      "dry"});

// "OldClient2" → "old", "client", "2"
std::set<std::string> words_of_name(std::string_view name) {
  std::set<std::string> words;
  std::string word;
  char last = '_';
  for (const char c : name) {
    const bool is_new = !is(c, alnum) || is_digit(c) != is_digit(last) || (is_upper(c) && !is_upper(last));
    if (is_new && !word.empty()) words.insert(std::exchange(word, ""));
    if (is(c, alnum)) word += lower(std::string_view(&c, 1));
    last = c;
  }
  if (!word.empty()) words.insert(word);
  return words;
}

bool is_number(const std::string& word) { return std::ranges::all_of(word, is_digit); }

}  // namespace

bool is_set_aside(std::string_view today, std::string_view name) {
  const auto before = words_of_name(name), words = words_of_name(today);
  if (words.size() > before.size() && std::ranges::includes(words, before)) return true;
  return says_set_aside(today, name);
}

bool says_set_aside(std::string_view today, std::string_view name) {
  if (today.starts_with('_') && !name.starts_with('_')) return true;
  const auto before = words_of_name(name), words = words_of_name(today);
  return std::ranges::any_of(
      words, [&](const auto& word) { return !before.contains(word) && (is_among(word, marks) || is_number(word)); });
}

}  // namespace regreen
