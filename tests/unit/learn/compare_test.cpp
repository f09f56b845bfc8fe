#include "learn/compare.h"

#include "learn/line.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace regreen {
namespace {

Sketch printed(const std::vector<std::string>& lines) {
  Printed one;
  for (const auto& line : lines) one.templates.push_back(LineHasher()(line, false));
  std::ranges::sort(one.templates);
  Sketch sketch;
  sketch.add(1, one);
  return sketch;
}

Evidence red() {
  Evidence evidence;
  evidence.steps = {{"test", "known", {"", 1}, {"", 10}, Conclusion::failure, 1},
                    {"test", "unknown", {"", 11}, {"", 20}, Conclusion::failure, 1}};
  evidence.signals = {{{"a.rule"}, {"", 3}, "error: usual 5 s", 0, {}, 0},
                      {{"a.rule"}, {"", 5}, "error: fresh", 0, {}, 0},
                      {{"a.rule"}, {"", 12}, "error: usual 5 s", 1, {}, 0}};
  evidence.excerpts = {{{"", 4}, {"calm", "##[error]error: fresh"}}, {{"", 11}, {"calm"}}};
  return evidence;
}

TEST(Compare, SaysWhichLinesGreenRunsPrintToo) {
  const Sketch sketch = printed({"error: usual 7 s", "calm"});
  Evidence evidence = red();
  compare(evidence, [&](const Step& step) { return step.name == "known" ? &sketch : nullptr; });
  EXPECT_EQ(novelty_of(evidence, {"", 3}), Novelty::usual);
  EXPECT_EQ(novelty_of(evidence, {"", 4}), Novelty::usual);
  EXPECT_EQ(novelty_of(evidence, {"", 5}), Novelty::fresh);
  EXPECT_EQ(novelty_of(evidence, {"", 12}), Novelty::untold);
  EXPECT_EQ(evidence.steps[0].green_runs, 1u);
  EXPECT_EQ(evidence.steps[1].green_runs, 0u);
}

TEST(Compare, LooksForASketchOncePerStep) {
  std::size_t looked = 0;
  Evidence evidence = red();
  compare(evidence, [&](const Step&) {
    ++looked;
    return nullptr;
  });
  EXPECT_EQ(looked, 2u);
  EXPECT_TRUE(evidence.novelty.empty());
}

}  // namespace
}  // namespace regreen
