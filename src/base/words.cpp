#include "base/words.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

namespace regreen {
namespace {

// Does a word say how those beside it stand to each other?
bool relates(std::string_view word) {
  static constexpr auto words = std::to_array<std::string_view>(
      {"to",  "from", "into",    "onto", "in",   "on",   "of",   "for",   "by",     "as",     "via",
       "vs",  "with", "without", "and",  "or",   "no",   "not",  "non",   "un",     "before", "after",
       "pre", "post", "until",   "if",   "then", "than", "over", "under", "between"});
  return std::ranges::find(words, word) != words.end() || parse_number(word).has_value();
}

// The words of a name that say something.
std::set<std::string, std::less<>> telling_words(std::string_view name) {
  static constexpr auto common = std::to_array<std::string_view>({"get", "set", "new", "has", "the", "all", "one"});
  constexpr std::size_t word_min = 3;  // letters; shorter words are shared by chance
  std::set<std::string, std::less<>> words;
  const auto plain = replace_all(lower(name), "_", "-");
  for (const auto word : split(plain, '-')) {
    if (word.size() >= word_min && !relates(word) && std::ranges::find(common, word) == common.end())
      words.emplace(word);
  }
  return words;
}

}  // namespace

bool share_word(std::string_view one, std::string_view other) {
  const auto words = telling_words(other);
  return std::ranges::any_of(telling_words(one), [&](const auto& word) { return words.contains(word); });
}

std::string words_of_name(std::string_view name) {
  constexpr std::size_t plural_min = 4;  // "units", not "css"
  std::string spaced = lower(name);
  std::ranges::replace_if(
      spaced, [](char c) { return contains("-_:.", std::string_view(&c, 1)); }, ' ');
  std::vector<std::string> words;
  for (auto word : split(spaced, ' ')) {
    if (word.size() >= plural_min && word.ends_with('s')) word.remove_suffix(1);
    if (!word.empty()) words.emplace_back(word);
  }
  if (words.size() == 2 && std::ranges::none_of(words, relates)) std::ranges::sort(words);
  return words.size() < 2 ? "" : join(words, " ");
}

}  // namespace regreen
