#include "classify/features.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace regreen {
namespace {

std::vector<Feature> of(const std::vector<std::string_view>& lines) { return features_of(lines); }

TEST(Features, AreUniqueAndOfLengthOne) {
  const auto features = of({"error: cannot open file", "error: cannot open file", "done"});
  std::set<std::uint32_t> ids;
  for (const auto& one : features) EXPECT_TRUE(ids.insert(one.id).second) << one.id;
  double squares = 0;
  for (const auto& one : features) squares += static_cast<double>(one.value) * static_cast<double>(one.value);
  EXPECT_NEAR(squares, 1.0, 1e-5);
  EXPECT_TRUE(of({}).empty());
}

// Model files hold these numbers: they must never change unnoticed.
TEST(Features, HaveTheIdsThatModelFilesKnow) {
  std::uint32_t of_word = 0, of_pair = 0;
  name_ngrams("timed out", [&](std::uint32_t id, const std::string& text) {
    if (text == "timed") of_word = id;
    if (text == "timed out") of_pair = id;
  });
  EXPECT_EQ(of_word, 3563891025U);
  EXPECT_EQ(of_pair, 3864075716U);
}

TEST(Features, KnowTheLineThatSaysThemMost) {
  const std::vector<std::string_view> lines = {"reading the disk", "fatal: the disk is full"};
  std::uint32_t disk = 0;
  name_ngrams("disk", [&](std::uint32_t id, const std::string& text) {
    if (text == "disk") disk = id;
  });
  const auto features = features_of(lines);
  const auto found = std::ranges::find(features, disk, &Feature::id);
  ASSERT_NE(found, features.end());
  EXPECT_EQ(found->line, 1U);
}

}  // namespace
}  // namespace regreen
