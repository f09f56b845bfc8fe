// The fast way of matching, judged by the plain one: every pattern on every line.

#include <set>

#include <gtest/gtest.h>
#include <re2/re2.h>

#include "base/text.h"
#include "rules/embedded.h"
#include "rules/rule_set.h"

namespace regreen {
namespace {

const RuleSet& shipped() {
  static const RuleSet rules = [] {
    std::vector<RuleFile> files;
    for (const auto& file : embedded_rules()) files.push_back({std::string(file.name), std::string(file.text)});
    return std::move(RuleSet::load(files).value());
  }();
  return rules;
}

std::set<RuleId> plain(const std::string& line, const std::vector<std::unique_ptr<RE2>>& patterns,
                       const std::vector<std::unique_ptr<RE2>>& noise) {
  std::set<RuleId> ids;
  for (const auto& one : noise) {
    if (RE2::PartialMatch(line, *one)) return {};
  }
  for (std::size_t i = 0; i < patterns.size(); ++i) {
    if (RE2::PartialMatch(line, *patterns[i])) ids.insert(shipped().rules()[i].id);
  }
  return ids;
}

TEST(RuleSet, MatchesExactlyWhatEveryPatternAloneMatches) {
  std::vector<std::unique_ptr<RE2>> patterns, noise;
  for (const auto& rule : shipped().rules()) patterns.push_back(std::make_unique<RE2>(rule.pattern));
  for (const auto& row : shipped().noise()) noise.push_back(std::make_unique<RE2>(row.pattern));
  for (const auto& rule : shipped().rules()) {
    for (const auto* lines : {&rule.match, &rule.no_match}) {
      for (const auto& line : *lines) {
        std::set<RuleId> fast;
        for (const auto& hit : shipped().match(line)) fast.insert(hit.rule->id);
        ASSERT_EQ(fast, plain(line, patterns, noise)) << line;
      }
    }
  }
}

}  // namespace
}  // namespace regreen
