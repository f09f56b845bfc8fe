#include "base/words.h"

#include "base/text.h"

#include <algorithm>
#include <vector>

namespace regreen {

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
  std::ranges::sort(words);
  return words.size() < 2 ? "" : join(words, " ");
}

}  // namespace regreen
