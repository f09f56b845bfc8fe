#include "rules/automaton.h"

#include "rules/pattern.h"

#include <gtest/gtest.h>

#include <random>

namespace regreen {
namespace {

bool matches_plainly(const std::string& pattern, const std::string& line) {
  const RE2 compiled(pattern, pattern_options());
  EXPECT_TRUE(compiled.ok()) << pattern;
  return RE2::PartialMatch(line, compiled);
}

TEST(Automaton, MatchesWhereThePatternDoes) {
  const char* const lines[] = {"",           "a",      "b",         "ab",       "abb",  "aab ",    "error: x",
                               "an error",   "terror", "x error",   "ERROR:",   "é",    "aé",      "éb",
                               "aéb",        "a–b",    "✔ ok",      "✗ failed", "a✔",   "ſs",      "KELVIN \u212A",
                               "\u017F",     "a_b 12", "12:34",     "a\tb",     "a\rb", "(a) [b]", "foo.cpp:1",
                               "xxxxxxxxxx", "aXbXc",  "a.b.c.d e", "\u00A0x"};
  const char* const patterns[] = {
      "a",
      "^a$",
      "(?:^|\\s)b",
      "b(?:$|\\s)",
      "^.$",
      "^..$",
      "a.b",
      "a[^x]b",
      "^[^a]+$",
      "^\\S+$",
      "\\W",
      "[^é–✔]b",
      "^[^✗✘✖×❌é]+$",
      "(?i)^\\W$",
      "(?i)^[^s]$",
      "^\\D+$",
      "[a✔×-]",
      "^\\W+$",
      "\\berror\\b",
      "(?i)\\berror\\b:?",
      "(?i)s",
      "(?i)k",
      "(?i)^\\w$",
      "(?i)[a-z]elvin",
      "[✔✗] (?:ok|failed)",
      "✔$",
      "a{2}b{1,2}",
      "^x{10}$",
      "^x{3,}$",
      "(?:a|b|ab)+$",
      "(?:ab?)*b",
      "^(?:\\w+\\.)*d\\b",
      "a\\b.",
      "a(?:\\b|_)b",
      "(?P<file>[^\\s:]+\\.\\w+):(?P<line>\\d+)$",
      "\\d+:(?:\\d+)?$",
      "(?-i:E)RR|(?i)x e",
      "a(?:X|\\.)b(?:X|\\.)c",
      "[\\])] \\[",
      "a[\\s-]b",
      "(?:^a|b$){2}",
      "^+a",
      "(?:a$)?b",
      "a$b|c",
  };
  for (const std::string pattern : patterns) {
    const auto positions = positions_of(pattern);
    ASSERT_TRUE(positions) << pattern;
    for (const std::string line : lines) {
      EXPECT_EQ(Automaton(*positions).matches(line), matches_plainly(pattern, line)) << pattern << " on " << line;
    }
  }
}

TEST(Automaton, IsNoneOfWhatIsNotUnderstood) {
  for (const char* pattern : {"", "a*", "^$", "\\b", "a|", "(?s:.)", "(?m)^a", "\\Ba", "\\x20", "\\pL", "\\Qa\\E",
                              "[[:alpha:]]", "(?i)é", "a{101}", "(?:a{60}){9}", "\\Aa", "a\\z"}) {
    EXPECT_FALSE(positions_of(pattern)) << pattern;
  }
}

// Any pattern, of the pieces that there are.
class Patterns {
 public:
  std::string any(int depth) {
    std::string all;
    for (int i = pick(3); i >= 0; --i) all += piece(depth) + quantifiers_[static_cast<std::size_t>(pick(9))];
    return all;
  }
  std::string line() {
    std::string all;
    for (int i = pick(12); i > 0; --i) all += letters_[static_cast<std::size_t>(pick(9))];
    return all;
  }

 private:
  std::string piece(int depth) {
    if (depth == 0 || pick(3) > 0) return pieces_[static_cast<std::size_t>(pick(15))];
    return (pick(4) == 0 ? "(?i:" : "(?:") + any(depth - 1) + (pick(2) == 0 ? "|" + any(depth - 1) : "") + ")";
  }
  int pick(int count) { return std::uniform_int_distribution(0, count - 1)(random_); }

  const std::array<std::string, 9> quantifiers_ = {"", "", "", "", "*", "+", "?", "{2}", "{1,3}"};
  const std::array<std::string, 15> pieces_ = {"a",   "b",   "é",     " ",    ".",   "\\b", "^",  "$",
                                               "\\w", "\\s", "[^aé]", "[aé]", "\\W", "s",   "\\d"};
  const std::array<std::string, 9> letters_ = {"a", "b", "é", " ", "A", "_", "s", "\u017F", "1"};
  std::mt19937 random_{1};
};

TEST(Automaton, MatchesWhereAnyPatternDoes) {
  Patterns patterns;
  int understood = 0;
  for (int i = 0; i < 5000; ++i) {
    const std::string pattern = patterns.any(3);
    const RE2 compiled(pattern, pattern_options());
    const auto positions = positions_of(pattern);
    if (!compiled.ok() || !positions) continue;
    ++understood;
    const Automaton automaton(*positions);
    for (int j = 0; j < 20; ++j) {
      const std::string line = patterns.line();
      ASSERT_EQ(automaton.matches(line), RE2::PartialMatch(line, compiled)) << pattern << " on '" << line << "'";
    }
  }
  EXPECT_GT(understood, 1000);
}

}  // namespace
}  // namespace regreen
