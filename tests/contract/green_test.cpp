#include "model/sketch.h"
#include "stores.h"

#include <algorithm>
#include <fstream>
#include <thread>

namespace regreen {
namespace {

GreenRun green_run(std::uint64_t id, int minutes, std::vector<std::string> lines,
                   const StepKey& key = {"r", "w", "j", "s"}) {
  Printed printed;
  for (const auto& line : lines) printed.templates.push_back(template_hash(line, false));
  std::ranges::sort(printed.templates);
  return {id, after(minutes), {{key, printed}}};
}

// What every store promises about green runs.
template <class Kind>
class GreenContract : public testing::Test {
 protected:
  ~GreenContract() override { std::filesystem::remove_all(folder_); }

  std::filesystem::path folder_ = fresh_folder();
  std::unique_ptr<Store> store_ = Kind::open(folder_);
};
TYPED_TEST_SUITE(GreenContract, Kinds);

TYPED_TEST(GreenContract, LearnsWhatGreenRunsPrint) {
  const StepKey key{"r", "w", "j", "s"};
  EXPECT_EQ(this->store_->sketch(key).value(), std::nullopt);
  EXPECT_TRUE(this->store_->learn_green(green_run(1, 0, {"a", "b"})).value());
  EXPECT_TRUE(this->store_->learn_green(green_run(2, 5, {"a"})).value());
  EXPECT_FALSE(this->store_->learn_green(green_run(2, 9, {"c"})).value()) << "the same run";
  const Sketch sketch = this->store_->sketch(key).value().value();
  EXPECT_EQ(sketch.runs(), 2u);
  EXPECT_EQ(sketch.novelty_of(template_hash("a", false)), Novelty::usual);
  EXPECT_EQ(sketch.novelty_of(template_hash("c", false)), Novelty::fresh);
  EXPECT_EQ(this->store_->sketch({"r", "w", "j", "other"}).value(), std::nullopt);
  EXPECT_EQ(this->store_->green_steps({}).value(), (std::vector<GreenStep>{{key, 2, 2, after(5)}}));
}

TYPED_TEST(GreenContract, ForgetsGreenRunsOfChosenSteps) {
  for (const char* job : {"a", "b"}) {
    for (const char* step : {"x", "y"}) {
      ASSERT_TRUE(this->store_->learn_green(green_run(1, 0, {"line"}, {"r", "w", job, step})));
    }
  }
  EXPECT_EQ(this->store_->green_steps({{}, {}, "a", {}}).value().size(), 2u);
  EXPECT_EQ(this->store_->forget_green({"r", {}, "a", "x"}).value(), 1u);
  EXPECT_EQ(this->store_->forget_green({"other", {}, {}, {}}).value(), 0u);
  EXPECT_EQ(this->store_->sketch({"r", "w", "a", "x"}).value(), std::nullopt);
  EXPECT_EQ(this->store_->forget_green({}).value(), 3u);
  EXPECT_TRUE(this->store_->green_steps({}).value().empty());
}

TYPED_TEST(GreenContract, ForgetsTheStepsThatWereNotLearnedForTheLongestTime) {
  ASSERT_TRUE(this->store_->learn_green(green_run(1, 0, {"line"}, {"r", "w", "j", "old"})));
  ASSERT_TRUE(this->store_->learn_green(green_run(1, 0, {"line"}, {"r", "other", "j", "old"})));
  GreenRun many{2, after(1), {}};
  for (std::size_t i = 0; i < GreenRun::steps_max; ++i) {
    many.steps.push_back({{"r", "w", "j", std::to_string(i)}, {{7}, false}});
  }
  ASSERT_TRUE(this->store_->learn_green(many));
  EXPECT_EQ(this->store_->green_steps({{}, "w", {}, {}}).value().size(), GreenRun::steps_max);
  EXPECT_EQ(this->store_->sketch({"r", "w", "j", "old"}).value(), std::nullopt);
  EXPECT_TRUE(this->store_->sketch({"r", "other", "j", "old"}).value());
}

using GreenFile = SqliteFile;

TEST_F(GreenFile, WithADamagedSketchSaysSoAndLearnsItAnew) {
  auto store = SqliteStore::open(path_).value();
  ASSERT_TRUE(store->learn_green(green_run(1, 0, {"a"})));
  auto database = Database::open(path_).value();
  for (const char* damage : {"x'00'", "'text'", "zeroblob(1000)", "3"}) {
    ASSERT_TRUE(database.run(fmt::format("UPDATE green_steps SET sketch = {}", damage)));
    const auto sketch = store->sketch({"r", "w", "j", "s"});
    ASSERT_FALSE(sketch) << damage;
    EXPECT_EQ(sketch.error().kind, ErrorKind::invalid);
    EXPECT_TRUE(store->learn_green(green_run(2, 1, {"b"})).value());
    EXPECT_EQ(store->sketch({"r", "w", "j", "s"}).value()->runs(), 1u);
  }
}

TEST_F(GreenFile, LearnsFromTwoProcessesAtOnce) {
  const auto learn = [&](std::uint64_t first) {
    auto store = SqliteStore::open(path_).value();
    for (std::uint64_t run = first; run < first + Sketch::runs_max / 2; ++run) {
      ASSERT_TRUE(store->learn_green(green_run(run, 0, {std::to_string(run)})));
    }
  };
  std::thread other([&] { learn(100); });
  learn(200);
  other.join();
  const Sketch sketch = SqliteStore::open(path_).value()->sketch({"r", "w", "j", "s"}).value().value();
  EXPECT_EQ(sketch.runs(), Sketch::runs_max);
  EXPECT_EQ(sketch.templates(), Sketch::runs_max);
}

TEST_F(GreenFile, HoldsNoWordOfALog) {
  auto store = SqliteStore::open(path_).value();
  ASSERT_TRUE(store->learn_green(green_run(1, 0, {"a most telling line"})));
  store.reset();
  std::ifstream file(path_, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(file)), {});
  EXPECT_EQ(bytes.find("telling"), std::string::npos);
}

}  // namespace
}  // namespace regreen
