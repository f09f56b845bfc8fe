#include "rules/seen_lines.h"

#include "rules/rule_set.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

// Lines one under the other.
struct Lines {
  std::string text = "\n";
  std::vector<std::uint32_t> begins;

  explicit Lines(const std::vector<std::string>& lines) {
    for (const auto& line : lines) {
      begins.push_back(static_cast<std::uint32_t>(text.size()));
      text += line + "\n";
    }
  }
};

// Finds pattern 7 on every line with an 'x', and remembers what it was asked.
class Looker {
 public:
  std::vector<std::size_t> find(const std::vector<std::string>& lines) {
    const Lines text(lines);
    std::vector<Sighting> found;
    seen_.find(
        {text.text, text.begins}, [this](const LinesText& fresh, std::vector<Sighting>& all) { look(fresh, all); },
        found);
    std::vector<std::size_t> numbers;
    for (const auto& one : found) {
      EXPECT_EQ(one.pattern, 7u);
      numbers.push_back(one.line);
    }
    return numbers;
  }

  std::vector<std::string> take_asked() { return std::exchange(asked_, {}); }

 private:
  void look(const LinesText& fresh, std::vector<Sighting>& all) {
    for (std::uint32_t i = 0; i < fresh.begins.size(); ++i) {
      asked_.emplace_back(fresh.line(i));
      if (asked_.back().find('x') != std::string::npos) all.push_back({i, 7, true});
    }
  }

  SeenLines seen_;
  std::vector<std::string> asked_;
};

using Numbers = std::vector<std::size_t>;
using Texts = std::vector<std::string>;

TEST(SeenLines, AreLookedAtOnce) {
  Looker looker;
  EXPECT_EQ(looker.find({"a", "x", "", "x", "a"}), (Numbers{1, 3}));
  EXPECT_EQ(looker.take_asked(), (Texts{"a", "x"}));
  EXPECT_EQ(looker.find({"x", "b", "a"}), Numbers{0});
  EXPECT_EQ(looker.take_asked(), Texts{"b"});
}

TEST(SeenLines, AreOneKindWhereOnlyDigitsDiffer) {
  Looker looker;
  EXPECT_EQ(looker.find({"x 12", "x 34", "x 5", "y 12", "x a2"}), (Numbers{0, 1, 2, 4}));
  EXPECT_EQ(looker.take_asked(), (Texts{"x 12", "x 5", "y 12", "x a2"}));
}

TEST(SeenLines, ThatAreLongAreLookedAtEachTime) {
  Looker looker;
  const std::string line(5000, 'x');
  for (int i = 0; i < 2; ++i) {
    EXPECT_EQ(looker.find({line, "a"}), Numbers{0});
    EXPECT_EQ(looker.take_asked().front(), line);
  }
}

// Lines that differ in letters.
std::vector<std::string> many_lines(std::size_t first, std::size_t count) {
  std::vector<std::string> lines;
  for (std::size_t number = first; number < first + count; ++number) {
    std::string& line = lines.emplace_back("x");
    for (auto rest = number; rest > 0; rest /= 26) line += static_cast<char>('a' + rest % 26);
  }
  return lines;
}

TEST(SeenLines, AreMoreAndMore) {
  Looker looker;
  const auto few = many_lines(0, 2000), more = many_lines(2000, 2000);
  for (const auto& lines : {few, more, few, more}) EXPECT_EQ(looker.find(lines).size(), lines.size());
  looker.take_asked();
  for (const auto& lines : {few, more}) EXPECT_EQ(looker.find(lines).size(), lines.size());
  EXPECT_LT(looker.take_asked().size(), 1500u) << "those that share a place";
}

TEST(SeenLines, AreForgottenOnceTheyAreTooMany) {
  Looker looker;
  for (std::size_t first = 0; first < 400'000; first += 10'000) {
    const auto lines = many_lines(first, 10'000);
    ASSERT_EQ(looker.find(lines).size(), lines.size()) << first;
  }
}

RuleSet rules_with(const std::vector<std::string>& patterns) {
  RuleFileContent content;
  for (const auto& pattern : patterns) {
    Rule& rule = content.rules.emplace_back();
    rule.id.value = pattern;
    rule.pattern = pattern;
  }
  return std::move(RuleSet::compile(std::move(content)).value());
}

// What rules recognise on lines that come in one block.
std::vector<std::size_t> recognised(const RuleSet& rules, const std::vector<std::string>& lines) {
  const Lines text(lines);
  const LinesText block{text.text, text.begins};
  std::vector<Sighting> found;
  rules.find(block, found);
  std::vector<std::size_t> numbers;
  for (const auto& one : found) {
    if (!rules.recognise(block.line(one.line), std::span(&one, 1)).empty()) numbers.push_back(one.line);
  }
  return numbers;
}

TEST(SeenLines, OfPatternsThatTellDigitsApartAreTriedEach) {
  const RuleSet rules = rules_with({"exit code [1-9]", "HTTP/2 404", R"(took \d+ seconds)"});
  const std::vector<std::string> lines = {"exit code 0", "exit code 1",     "exit code 0",     "HTTP/2 200",
                                          "HTTP/2 404",  "took 12 seconds", "took 99 seconds", "exit code 2 0"};
  EXPECT_EQ(recognised(rules, lines), (Numbers{1, 4, 5, 6, 7}));
  EXPECT_EQ(recognised(rules, lines), (Numbers{1, 4, 5, 6, 7})) << "and once more";
}

TEST(SeenLines, OfPatternsWithoutANeedleToo) {
  const RuleSet rules = rules_with({"[1-9]x", "[5+-]y", R"(\x37z)"});
  EXPECT_EQ(recognised(rules, {"0x", "1x", "3y", "5y", "6z", "7z"}), (Numbers{1, 3, 5}));
}

}  // namespace
}  // namespace regreen
