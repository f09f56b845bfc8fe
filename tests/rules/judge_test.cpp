// The fast ways of matching, judged by the simplest: every pattern on every line.

#include "rules/rule_set.h"
#include "shipped/shipped.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

#include <set>

namespace regreen {
namespace {

using Ids = std::set<RuleId>;

class Judge {
 public:
  explicit Judge(const RuleSet& rules) : rules_(rules) {
    for (const auto& rule : rules.rules()) patterns_.push_back(std::make_unique<RE2>(rule.pattern));
    for (const auto& row : rules.noise()) noise_.push_back(std::make_unique<RE2>(row.pattern));
  }

  Ids match(const std::string& line) const {
    for (const auto& one : noise_) {
      if (RE2::PartialMatch(line, *one)) return {};
    }
    Ids ids;
    for (std::size_t i = 0; i < patterns_.size(); ++i) {
      if (RE2::PartialMatch(line, *patterns_[i])) ids.insert(rules_.rules()[i].id);
    }
    return ids;
  }

 private:
  const RuleSet& rules_;
  std::vector<std::unique_ptr<RE2>> patterns_, noise_;
};

Ids ids_of(const std::vector<const Rule*>& rules) {
  Ids ids;
  for (const Rule* rule : rules) ids.insert(rule->id);
  return ids;
}

std::vector<std::string> lines_of_rules(const RuleSet& rules) {
  std::vector<std::string> all;
  const auto add = [&](const auto& row) {
    all.insert(all.end(), row.match.begin(), row.match.end());
    all.insert(all.end(), row.no_match.begin(), row.no_match.end());
  };
  for (const auto& rule : rules.rules()) add(rule);
  for (const auto& row : rules.noise()) add(row);
  return all;
}

class Matches : public testing::TestWithParam<Matching> {};

TEST_P(Matches, ExactlyWhatEveryPatternAloneMatches) {
  const RuleSet rules = shipped_rules(GetParam());
  const Judge judge(rules);
  for (const auto& line : lines_of_rules(rules)) ASSERT_EQ(ids_of(rules.recognise(line)), judge.match(line)) << line;
}

// All lines in one block: a candidate must stand on its line, whatever stands beside it.
TEST_P(Matches, TheSameInABlockOfLines) {
  const RuleSet rules = shipped_rules(GetParam());
  const auto lines = lines_of_rules(rules);
  std::string text = "\n";
  std::vector<std::uint32_t> begins;
  for (const auto& line : lines) {
    begins.push_back(static_cast<std::uint32_t>(text.size()));
    text += line + "\n";
  }
  std::vector<Sighting> found;
  rules.find({text, begins}, found);
  std::map<std::size_t, std::vector<Sighting>> on_line;
  for (const auto& one : found) on_line[one.line].push_back(one);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto& candidates = on_line[i];
    ASSERT_EQ(ids_of(rules.recognise(lines[i], candidates)), ids_of(rules.recognise(lines[i]))) << lines[i];
  }
}

INSTANTIATE_TEST_SUITE_P(Each, Matches, testing::Values(Matching::by_needles, Matching::plain),
                         [](const auto& one) { return one.param == Matching::plain ? "plain" : "by_needles"; });

}  // namespace
}  // namespace regreen
