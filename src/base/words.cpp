#include "base/words.h"

#include "base/among.h"
#include "base/text.h"

#include <algorithm>
#include <array>
#include <vector>

namespace regreen {
namespace {

// Does a word say how those beside it stand to each other?
bool relates(std::string_view word) {
  static constexpr auto words = std::to_array<std::string_view>(
      {"to",  "from", "into",    "onto", "in",   "on",   "of",   "for",   "by",     "as",     "via",
       "vs",  "with", "without", "and",  "or",   "no",   "not",  "non",   "un",     "before", "after",
       "pre", "post", "until",   "if",   "then", "than", "over", "under", "between"});
  return is_among(word, words) || parse_number(word).has_value();
}

}  // namespace

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
