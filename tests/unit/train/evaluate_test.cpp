#include "train/evaluate.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

Judgement judged(std::string truth, std::string said, double confidence) {
  return {std::move(truth), {{std::move(said), confidence}}};
}

// Two of lint right, one taken for network; the one of network right.
Evaluation small() {
  return evaluate({judged("lint", "lint", 0.95), judged("lint", "lint", 0.95), judged("lint", "network", 0.55),
                   judged("network", "network", 0.55)});
}

TEST(Evaluate, CountsPrecisionRecallAndSupport) {
  const auto result = small();
  ASSERT_EQ(result.categories.size(), 2U);
  EXPECT_EQ(result.categories[0].category, "lint");
  EXPECT_DOUBLE_EQ(result.categories[0].precision, 1.0);
  EXPECT_NEAR(result.categories[0].recall, 2.0 / 3, 1e-9);
  EXPECT_EQ(result.categories[0].support, 3U);
  EXPECT_DOUBLE_EQ(result.categories[1].precision, 0.5);
  EXPECT_DOUBLE_EQ(result.accuracy, 0.75);
  EXPECT_NEAR(result.macro_f1, (0.8 + 2.0 / 3) / 2, 1e-9);
  EXPECT_EQ(result.confusion[0][1], 1U);
}

TEST(Evaluate, MeasuresCalibration) {
  EXPECT_NEAR(small().ece, (2 * 0.05 + 2 * 0.05) / 4, 1e-9);
  EXPECT_EQ(small().bins[9].count, 2U);
  EXPECT_DOUBLE_EQ(small().bins[5].right, 0.5);
}

TEST(Evaluate, SaysWhatAbstainingBuys) {
  for (const auto& row : small().coverage) {
    EXPECT_DOUBLE_EQ(row.coverage, row.threshold <= 0.55 ? 1.0 : row.threshold <= 0.95 ? 0.5 : 0.0);
  }
}

TEST(Evaluate, TellsAndDraws) {
  const std::string text = evaluation_text(small());
  EXPECT_NE(text.find("lint                     network                      1"), std::string::npos) << text;
  const std::string svg = reliability_svg(small());
  EXPECT_TRUE(svg.starts_with("<svg "));
  EXPECT_TRUE(svg.ends_with("</svg>\n"));
  EXPECT_EQ(evaluate({}).samples, 0U);
  EXPECT_FALSE(reliability_svg(evaluate({})).empty());
}

}  // namespace
}  // namespace regreen
