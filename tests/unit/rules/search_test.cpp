#include "rules/search.h"

#include "rules/pattern_digits.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

// "~" for a newline, "?" for a spot where several bytes may stand, "+" behind one that repeats.
std::string shown(const Stretch& needle) {
  std::string text;
  for (const auto& [set, repeats] : needle.spots) {
    char c = 0;
    while (!set[static_cast<unsigned char>(c)]) ++c;
    text += set.count() > 1 ? '?' : c == '\n' ? '~' : c;
    if (repeats) text += '+';
  }
  return text;
}

std::string needles_of(std::string_view pattern) {
  std::string all;
  for (const auto& needle : search_for(pattern).needles) all += (all.empty() ? "" : " | ") + shown(needle);
  return all;
}

struct Row {
  const char* pattern;
  const char* needles;
};

TEST(Search, FindsWhatEveryMatchContains) {
  const Row rows[] = {
      {"no space left", "no space left"},
      {"a phrase that is much longer than would be needed", "a phrase that is much longer tha"},
      {"^FAIL|^ERROR$", "~FAIL | ~ERROR~"},
      {R"(^E  +(?P<detail>.+)$)", "~E  "},
      {R"((?P<file>[^:]+\.java):(?P<line>\d+): error: (?P<detail>.+)$)", "?.java:?+: error: ?"},
      {"(?:cannot|could not) open", "cannot open | could not open"},
      {"colou?r profile", "ur profile | r profile"},
      {"[Ee]rror in [0-9]{4}x", "?rror in ????x"},
      {R"((?i)disk quota)", "???? ?????"},
      {"quota(?i:full)x", "quota????x"},
      {"✔ passed|[✗✘] failed", "✔ passed | ✗ failed | ✘ failed"},
      {R"(\bquota\b)", "quota"},
      {"(?:quota )+exceeded", "quota exceeded"},
      {"x(?:quota|limit)*y", ""},
      {R"(\d+ [a-z]*)", ""},
      {"[a[:]x quota|limit", "x quota | limit"},  // "[:" without its end is two characters
      {"^+quota", "quota"},
      {"^(?:^quota$)$", "~quota~"},
      {"abc", ""},
      {"quota|\\d", ""},
      {"", ""},
  };
  for (const auto& [pattern, needles] : rows) EXPECT_EQ(needles_of(pattern), needles) << pattern;
}

TEST(PatternDigits, KnowsWhichPatternsTellDigitsApart) {
  for (const char* pattern : {"error", R"(\d+ of \d{3})", "[0-9a-f]+", R"(^\s*\w+\b: .*$)", "[^:]+", "[^✗]", "[✗-]",
                              R"(\D\W)", "(?i)(?P<a>x)?"}) {
    EXPECT_FALSE(tells_digits(pattern)) << pattern;
  }
  for (const char* pattern : {"E404", "[1-9]", "[^0]", "(a|(b7))", R"(\x30)", "[5-z]", "[[:digit:]]"}) {
    EXPECT_TRUE(tells_digits(pattern)) << pattern;
  }
}

TEST(PatternDigits, WidensPatternsToAnyDigits) {
  EXPECT_EQ(with_any_digits("(?i)HTTP (4[0-4]{2}|[5x]+)!"), R"((?i)HTTP (\d(?:[0-4]|\d){2}|(?:[5x]|\d)+)!)");
  EXPECT_EQ(with_any_digits("[^0]+z"), R"((?:[^0]|\d)+z)");
  EXPECT_EQ(with_any_digits(R"(\Q7\Ez)"), "(?s:.*)z");
}

TEST(Search, NamesWhatElseALineMustContain) {
  EXPECT_EQ(search_for("quota .* exhausted").others.size(), 1U);
  EXPECT_EQ(search_for("quota exhausted").others.size(), 0U);
}

TEST(Search, AnswersOnAnything) {
  for (const char* broken :
       {"(", "[", "[^", "(?", "(?P<", "\\", "a{", "a{9", "\\Q", "\\x{", "(((", "[a-", "[[:x", "*"}) {
    EXPECT_TRUE(search_for(broken).needles.empty()) << broken;
  }
}

}  // namespace
}  // namespace regreen
