#include "classify/model.h"

#include "base/hash.h"
#include "classify/model_file.h"
#include "support/ngram.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

// "full" speaks for disk_space, "refused" for network.
ModelContent small_content() {
  ModelContent content;
  content.categories = {"disk_space", "network"};
  content.bias = {0, 0};
  content.scale = {0.1F, 0.1F};
  content.threshold = 0.6F;
  const auto full = id_of("full"), refused = id_of("refused");
  content.ids = {std::min(full, refused), std::max(full, refused)};
  content.rows = full < refused ? std::string("\x64\x00\x00\x64", 4) : std::string("\x00\x64\x64\x00", 4);
  return content;
}

Result<Model> read(std::string bytes) { return Model::read(std::make_shared<const std::string>(std::move(bytes))); }

std::string small_file() { return write_model(small_content()); }

TEST(Model, SaysWhatWasLearned) {
  const auto model = read(small_file());
  ASSERT_TRUE(model) << model.error().message;
  const std::vector<std::string_view> lines = {"writing", "the device is full"};
  const auto prediction = model->predict(lines);
  EXPECT_EQ(prediction.categories.front().category, "disk_space");
  EXPECT_GT(prediction.of("disk_space"), 0.6);
  EXPECT_NEAR(prediction.of("disk_space") + prediction.of("network"), 1.0, 1e-9);
  EXPECT_EQ(prediction.of("lint"), 0.0);
  EXPECT_TRUE(prediction.is_sure);
  EXPECT_EQ(prediction.lines, std::vector<std::size_t>{1});
}

TEST(Model, NamesTheWordsThatDecided) {
  const auto model = read(small_file());
  const std::vector<std::string_view> lines = {"connection refused"};
  const auto reasons = model->reasons(lines, "network");
  ASSERT_EQ(reasons.size(), 1U);
  EXPECT_EQ(reasons.front().ngram, "refused");
  EXPECT_GT(reasons.front().weight, 0);
  EXPECT_TRUE(model->reasons(lines, "lint").empty());
}

TEST(Model, AbstainsFromWhatItNeverSaw) {
  const auto model = read(small_file());
  const std::vector<std::string_view> lines = {"something else"};
  EXPECT_FALSE(model->predict(lines).is_sure);
}

TEST(Model, ThatKnowsNothingPredictsNothing) {
  const std::vector<std::string_view> lines = {"the device is full"};
  EXPECT_TRUE(Model().predict(lines).categories.empty());
}

TEST(Model, OfADamagedFileIsAnError) {
  const std::string good = small_file();
  for (std::size_t i = 0; i < good.size(); ++i) {
    std::string bad = good;
    bad[i] = static_cast<char>(bad[i] ^ 1);
    EXPECT_FALSE(read(bad)) << i;
    EXPECT_FALSE(read(good.substr(0, i))) << i;
  }
  EXPECT_FALSE(read(good + "x"));
  EXPECT_FALSE(read(""));
}

TEST(Model, OfAnotherVersionSaysSo) {
  std::string other = small_file();
  other[14] = '9';
  const auto model = read(other);
  ASSERT_FALSE(model);
  EXPECT_NE(model.error().message.find("another version"), std::string::npos);
}

// A file made up by hand, its checksum right, its sizes wrong.
TEST(Model, OfImpossibleSizesIsAnError) {
  std::string file = small_file();
  std::string body = file.substr(48);
  body[4] = '\x7f';
  EXPECT_FALSE(read(file.substr(0, 16) + hash_hex(body) + body));
  EXPECT_FALSE(read(file.substr(0, 16) + hash_hex("") + ""));
}

}  // namespace
}  // namespace regreen
