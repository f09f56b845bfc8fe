#include "base/text.h"
#include "read/clean.h"
#include "rules/recordings.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <unordered_set>

namespace regreen {
namespace {

bool recognises(const Rule& rule, const std::string& line) {
  return std::ranges::any_of(our_rules().match(line), [&](const Hit& hit) { return hit.rule == &rule; });
}

TEST(RuleLines, EveryRuleRecognisesWhatItSays) {
  for (const auto& rule : our_rules().rules()) {
    for (const auto& line : rule.match) EXPECT_TRUE(recognises(rule, line)) << rule.id.value << "\n  " << line;
    for (const auto& line : rule.no_match) EXPECT_FALSE(recognises(rule, line)) << rule.id.value << "\n  " << line;
  }
}

TEST(RuleLines, NoiseIsWhatItSays) {
  for (const auto& noise : our_rules().noise()) {
    for (const auto& line : noise.match) EXPECT_TRUE(our_rules().is_noise(line)) << noise.id.value << "\n  " << line;
    for (const auto& line : noise.no_match)
      EXPECT_FALSE(our_rules().is_noise(line)) << noise.id.value << "\n  " << line;
  }
}

std::unordered_set<std::string> recorded_lines() {
  std::unordered_set<std::string> lines;
  for (const auto& recording : recordings()) {
    for (const auto raw : split(recording.text, '\n')) {
      Cleaner cleaner;
      cleaner.add(raw);
      Line line;
      cleaner.finish(line);
      lines.insert(std::move(line.text));
    }
  }
  return lines;
}

TEST(RuleLines, AreWhatRealToolsPrinted) {
  const auto recorded = recorded_lines();
  for (const auto& rule : our_rules().rules()) {
    if (rule.origin == Origin::documented) continue;
    for (const auto* lines : {&rule.match, &rule.no_match}) {
      for (const auto& line : *lines) EXPECT_TRUE(recorded.contains(line)) << rule.id.value << "\n  " << line;
    }
  }
}

TEST(RuleLines, FewAreOnlyDocumented) {
  constexpr double documented_at_most = 0.15;
  const auto& rules = our_rules().rules();
  const auto documented = std::ranges::count(rules, Origin::documented, &Rule::origin);
  EXPECT_LE(static_cast<double>(documented), documented_at_most * static_cast<double>(rules.size()));
}

}  // namespace
}  // namespace regreen
