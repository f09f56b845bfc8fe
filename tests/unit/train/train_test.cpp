#include "train/train.h"

#include "classify/model.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

std::vector<Sample> toy_samples() {
  std::vector<Sample> samples;
  for (int i = 0; i < 40; ++i) {
    const std::string number = std::to_string(i);
    samples.push_back({"disk_space", "d" + number, "writing part " + number + "\nerror: no space left on device"});
    samples.push_back({"network", "n" + number, "fetching part " + number + "\nerror: connection refused by host"});
    samples.push_back({"my_kind", "m" + number, "frobbing part " + number + "\nerror: the frob is jammed"});
  }
  return samples;
}

Model model_of(const Training& training) {
  auto model = Model::read(std::make_shared<const std::string>(write_model(training.content)));
  return model ? *model : Model();
}

TEST(Train, LearnsCategoriesAndUsersOwn) {
  const auto model = model_of(train(toy_samples()));
  const std::vector<std::string_view> lines = {"the frob of the other machine is jammed"};
  EXPECT_EQ(model.categories(), (std::vector<std::string>{"disk_space", "my_kind", "network"}));
  EXPECT_EQ(model.predict(lines).categories.front().category, "my_kind");
}

TEST(Train, MakesTheSameBytesEveryTime) {
  EXPECT_EQ(write_model(train(toy_samples()).content), write_model(train(toy_samples()).content));
}

TEST(Train, JudgesEverySampleOnceByAModelThatDidNotSeeIt) {
  const auto training = train(toy_samples());
  ASSERT_EQ(training.held_out.size(), 120U);
  for (const auto& one : training.held_out) {
    EXPECT_EQ(one.said.front().category, one.truth);
    EXPECT_EQ(one.said.size(), 3U);
  }
}

TEST(Train, KeepsNoMoreNgramsThanAskedFor) {
  TrainOptions options;
  options.ngrams_max = 10;
  EXPECT_EQ(train(toy_samples(), options).content.ids.size(), 10U);
}

}  // namespace
}  // namespace regreen
