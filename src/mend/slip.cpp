#include "mend/slip.h"

#include "base/among.h"
#include "base/character.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace regreen {
namespace {

// Words that mean the contrary of each other, and beginnings of such: "increase" and "decrease", "minimum" and "maximum".
constexpr auto contraries = std::to_array<std::pair<std::string_view, std::string_view>>(
    {{"add", "remove"},    {"add", "sub"},     {"after", "before"},   {"allow", "deny"},
     {"asc", "desc"},      {"at", "de"},       {"begin", "end"},      {"close", "open"},
     {"de", "en"},         {"de", "in"},       {"dis", "en"},         {"down", "up"},
     {"east", "west"},     {"even", "odd"},    {"ex", "im"},          {"ex", "in"},
     {"false", "true"},    {"first", "last"},  {"get", "set"},        {"global", "local"},
     {"height", "weight"}, {"hide", "show"},   {"high", "low"},       {"http", "https"},
     {"in", "out"},        {"inner", "outer"}, {"left", "right"},     {"load", "save"},
     {"load", "store"},    {"lower", "upper"}, {"major", "minor"},    {"max", "min"},
     {"next", "prev"},     {"north", "south"}, {"off", "on"},         {"over", "under"},
     {"pop", "push"},      {"post", "pre"},    {"private", "public"}, {"read", "write"},
     {"start", "stop"},    {"sub", "super"},   {"async", "sync"},     {"negative", "positive"},
     {"with", "without"}});

constexpr auto fronts = std::to_array<std::string_view>({"un", "de", "dis", "in", "re", "non"});
constexpr auto denials = std::to_array<std::string_view>({"no", "not", "non", "never", "without"});

// Where the word ends that begins here: "HTTP" of "HTTPLine", "Line", "line".
std::size_t word_end(std::string_view name, std::size_t begin) {
  auto end = begin;
  while (end < name.size() && is_upper(name[end])) ++end;
  if (end > begin + 1) return end < name.size() && is_lower(name[end]) ? end - 1 : end;
  while (end < name.size() && is_lower(name[end])) ++end;
  return end;
}

/// The words of a name in small letters, and the numbers between them: "parseHTTPLine_v2" → parse, http, line, v; 2.
struct NameParts {
  std::vector<std::string> words, numbers;
};

NameParts parts_of(std::string_view name) {
  NameParts parts;
  for (std::size_t begin = 0, end = 0; begin < name.size(); begin = end) {
    end = word_end(name, begin);
    if (end > begin) {
      parts.words.push_back(lower(std::string(name.substr(begin, end - begin))));
      continue;
    }
    while (end < name.size() && is_digit(name[end])) ++end;
    if (end > begin)
      parts.numbers.emplace_back(name.substr(begin, end - begin));
    else
      ++end;
  }
  return parts;
}

bool is_contrary(std::string_view a, std::string_view b) {
  return std::ranges::any_of(contraries, [&](const auto& pair) {
    return a.starts_with(pair.first) && b.starts_with(pair.second) &&
           a.substr(pair.first.size()) == b.substr(pair.second.size());
  });
}

// Only the first letter is another one: "cost" and "host". Hardly ever is that a slip.
bool begins_otherwise(std::string_view a, std::string_view b) {
  return a.size() == b.size() && !a.empty() && a[0] != b[0] && a.substr(1) == b.substr(1);
}

bool is_denied(const std::vector<std::string>& words) {
  return std::ranges::any_of(words, [](const auto& word) { return is_among(word, denials); });
}

// Can one word of a name be meant by the other one?
bool is_near_word(std::string_view one, std::string_view other) {
  return one.starts_with(other) || other.starts_with(one) || is_slip(one, other) || is_slip(other, one) ||
         (one.size() == other.size() && std::ranges::is_permutation(one, other));
}

}  // namespace

bool is_opposite(std::string_view a, std::string_view b) {
  if (is_contrary(a, b) || is_contrary(b, a)) return true;
  if (a.size() > b.size()) std::swap(a, b);
  return a.size() >= 3 && b.ends_with(a) && is_among(b.substr(0, b.size() - a.size()), fronts);
}

bool is_other_word(std::string_view meant, std::string_view written) {
  const auto of_meant = parts_of(meant), of_written = parts_of(written);
  if (of_meant.numbers != of_written.numbers) return true;
  const auto &ours = of_meant.words, &theirs = of_written.words;
  if (is_denied(ours) != is_denied(theirs)) return true;
  if (ours.size() != theirs.size()) return false;
  for (std::size_t i = 0; i < ours.size(); ++i) {
    if (is_opposite(ours[i], theirs[i]) || begins_otherwise(ours[i], theirs[i])) return true;
    if (ours.size() > 1 && !is_near_word(ours[i], theirs[i])) return true;
  }
  return false;
}

}  // namespace regreen
