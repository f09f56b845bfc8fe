#include "rules/word_finder.h"

#include "base/text.h"

#include <gtest/gtest.h>

#include <random>

namespace regreen {
namespace {

std::vector<int> found(const std::vector<std::string>& words, std::string_view text) {
  std::vector<int> numbers;
  WordFinder(words).find(text, numbers);
  return numbers;
}

TEST(WordFinder, FindsWordsInsideAndAtTheEndOfOthers) {
  EXPECT_EQ(found({"he", "she", "his", "hers"}, "ushers"), (std::vector<int>{0, 1, 3}));
}

TEST(WordFinder, TakesCapitalsForSmallLetters) { EXPECT_EQ(found({"error"}, "An ERROR"), std::vector<int>{0}); }

TEST(WordFinder, FindsNothingInNothing) {
  EXPECT_TRUE(found({}, "text").empty());
  EXPECT_TRUE(found({"word"}, "").empty());
  EXPECT_TRUE(found({""}, "text").empty());
}

TEST(WordFinder, FindsWhatASearchForEachWordFinds) {
  std::mt19937 random(11);
  const auto text = [&](std::size_t length) {
    std::string result;
    for (std::size_t i = 0; i < length; ++i) result += static_cast<char>('a' + random() % 3);
    return result;
  };
  for (int round = 0; round < 300; ++round) {
    std::vector<std::string> words;
    for (int i = 0; i < 12; ++i) words.push_back(text(1 + random() % 5));
    const std::string line = text(random() % 40);
    std::vector<int> expected;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (contains(line, words[i])) expected.push_back(static_cast<int>(i));
    }
    ASSERT_EQ(found(words, line), expected) << line;
  }
}

}  // namespace
}  // namespace regreen
