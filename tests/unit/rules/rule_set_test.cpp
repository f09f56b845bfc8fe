#include "rules/rule_set.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

Rule rule(std::string id, std::string pattern) {
  Rule one;
  one.id = {std::move(id)};
  one.category = "test_failure";
  one.confidence = 0.9;
  one.pattern = std::move(pattern);
  return one;
}

RuleSet compiled(std::vector<Rule> rules, std::vector<Noise> noise = {}) {
  RuleFileContent content;
  content.rules = std::move(rules);
  content.noise = std::move(noise);
  return std::move(RuleSet::compile(std::move(content)).value());
}

TEST(RuleSet, TellsWhichRulesRecogniseALineAndWhatTheyCapture) {
  const auto rules =
      compiled({rule("a", R"(No module named '(?P<module>[\w.]+)')"), rule("b", "module"), rule("c", "nothing")});
  const auto hits = rules.match("E   ModuleNotFoundError: No module named 'yaml'");
  ASSERT_EQ(hits.size(), 2u);
  EXPECT_EQ(hits[0].captures.at("module"), "yaml");
}

TEST(RuleSet, RulesThatLookForTheSameAreAllFound) {
  const auto rules = compiled({rule("a", "disk quota .*one"), rule("b", "disk quota .*two"), rule("c", "disk quota ")});
  EXPECT_EQ(rules.match("disk quota of two").size(), 2u);
  EXPECT_EQ(rules.match("disk quota of one, disk quota of two").size(), 3u);
}

TEST(RuleSet, NoiseSilencesEveryRule) {
  const auto rules = compiled({rule("a", "error")}, {{{"n"}, "PASSED$", {"x"}, {}, "f", 1}});
  EXPECT_TRUE(rules.match("test_error PASSED").empty());
  EXPECT_FALSE(rules.match("error").empty());
}

TEST(RuleSet, AWrongPatternIsAMistakeWithItsRule) {
  RuleFileContent content;
  content.rules = {rule("bad", "(?=look)")};
  const auto set = RuleSet::compile(std::move(content));
  ASSERT_FALSE(set);
  EXPECT_NE(set.error()[0].message.find("'bad'"), std::string::npos);
}

TEST(RuleSet, MatchesBytesThatAreNoText) {
  const auto rules = compiled({rule("a", "fatal: (?P<detail>.*)")});
  EXPECT_EQ(rules.match("\xFF\xFE fatal: \xC3(").at(0).captures.at("detail"), "\xEF\xBF\xBD(");
}

TEST(RuleSet, ACatastrophicPatternStaysLinear) {
  const auto rules = compiled({rule("a", "(a+)+$")});
  std::string line(60000, 'a');
  line.push_back('b');
  EXPECT_TRUE(rules.match(line).empty());
}

}  // namespace
}  // namespace regreen
