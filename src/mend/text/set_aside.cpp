#include "mend/text/set_aside.h"

#include "base/among.h"
#include "base/character.h"
#include "base/text.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <string>
#include <utility>
#include <vector>

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

// What a value is counted in.
constexpr auto units = std::to_array<std::string_view>(
    {"ns",           "us",          "ms",       "s",       "sec",     "secs",   "second",  "seconds",
     "millis",       "micros",      "nanos",    "min",     "mins",    "minute", "minutes", "milliseconds",
     "microseconds", "nanoseconds", "hour",     "hours",   "hr",      "hrs",    "day",     "days",
     "week",         "weeks",       "cents",    "percent", "pct",     "ratio",  "byte",    "bytes",
     "bits",         "kb",          "mb",       "gb",      "kib",     "mib",    "gib",     "px",
     "mm",           "cm",          "km",       "meters",  "metres",  "feet",   "inches",  "miles",
     "deg",          "degrees",     "rad",      "radians", "grams",   "kg",     "celsius", "kelvin",
     "fahrenheit",   "utc",         "fraction", "euros",   "dollars", "milli",  "micro",   "nano"});

// What a value is written as, where the name says besides what it is of.
constexpr auto forms = std::to_array<std::string_view>(
    {"count",   "id",      "ids",     "idx",        "index",  "hash",     "hashed",  "digest", "encrypted",
     "encoded", "decoded", "escaped", "html",       "quoted", "raw",      "str",     "string", "text",
     "json",    "xml",     "yaml",    "normalized", "signed", "relative", "absolute"});

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

// What the name says that its value is counted in, once for all ways to write it.
std::set<std::string> units_of(std::string_view name) {
  static constexpr auto ways = std::to_array<std::pair<std::string_view, std::string_view>>(
      {{"milli", "ms"}, {"micro", "us"}, {"nano", "ns"}, {"sec", "s"}, {"min", "min"}, {"hour", "h"}, {"hr", "h"}});
  std::set<std::string> found;
  for (const auto& word : words_of_name(name)) {
    if (!is_among(word, units)) continue;
    const auto way = std::ranges::find_if(ways, [&](const auto& one) { return word.starts_with(one.first); });
    const bool is_plural = word.size() > 3 && word.ends_with('s');
    if (way != ways.end())
      found.emplace(way->second);
    else
      found.insert(is_plural ? word.substr(0, word.size() - 1) : word);
  }
  return found;
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

bool is_of_another_unit(std::string_view one, std::string_view other) {
  const auto ours = units_of(one), theirs = units_of(other);
  return !ours.empty() && !theirs.empty() && ours != theirs;
}

bool says_other_value(std::string_view today, std::string_view name) {
  const auto before = words_of_name(name), words = words_of_name(today);
  std::vector<std::string> differing, kept;
  std::ranges::set_symmetric_difference(before, words, std::back_inserter(differing));
  std::ranges::set_intersection(before, words, std::back_inserter(kept));
  return std::ranges::any_of(
      differing, [&](const auto& word) { return is_among(word, units) || (!kept.empty() && is_among(word, forms)); });
}

}  // namespace regreen
