#include "learn/lesson.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

// A log of two jobs: lines 1–3 build, 4–6 test.
Evidence evidence() {
  Evidence evidence;
  evidence.steps = {{"build", "make", {"", 1}, {"", 3}, Conclusion::success, {}},
                    {"test", "pytest", {"", 4}, {"", 6}, Conclusion::success, {}}};
  return evidence;
}

TemplateHash hash(std::string_view line) { return LineHasher()(line, false); }

Sketch sketch_of(const GreenRun& run, const std::string& step) {
  Sketch sketch;
  for (const auto& one : run.steps) {
    if (one.key.step == step) sketch.add(run.id, one.printed);
  }
  return sketch;
}

TEST(Lesson, GathersLinesByStep) {
  const Evidence read = evidence();
  Lesson lesson(read);
  const std::vector<std::string> lines = {"one", "two", "three", "four", "five", "six"};
  for (std::size_t i = 0; i < lines.size(); ++i) lesson.hear("", i + 1, lines[i]);
  lesson.hear("elsewhere.txt", 1, "seven");
  const GreenRun run = lesson.finish(1, {}, "r", "w");
  ASSERT_EQ(run.steps.size(), 2u);
  EXPECT_EQ(run.steps[0].key, (StepKey{"r", "w", "build", "make"}));
  EXPECT_EQ(sketch_of(run, "make").novelty_of(hash("two")), Novelty::usual);
  EXPECT_EQ(sketch_of(run, "make").novelty_of(hash("four")), Novelty::fresh);
  EXPECT_EQ(sketch_of(run, "pytest").templates(), 3u);
}

TEST(Lesson, StepsOfOneNameAreOne) {
  Evidence read = evidence();
  read.steps[1].job = "build";
  read.steps[1].name = "make";
  Lesson lesson(read);
  lesson.hear("", 1, "one");
  lesson.hear("", 4, "four");
  const GreenRun run = lesson.finish(1, {}, "", "");
  ASSERT_EQ(run.steps.size(), 1u);
  EXPECT_EQ(run.steps[0].printed.templates.size(), 2u);
}

TEST(Lesson, ALineIsTheSameHoweverItIsSeen) {
  std::string longest(900, 'x');
  longest += " tail";
  EXPECT_EQ(hash("##[error]no such file"), hash("no such file"));
  EXPECT_EQ(hash(longest), hash(longest.substr(0, 600)));
  EXPECT_NE(hash("##[error]"), hash("##[error]x"));
}

TEST(Lesson, OfAMillionDistinctLinesKeepsWhatARuleKnows) {
  Evidence read = evidence();
  read.steps.resize(1);
  read.steps[0].last.line = 2'000'000;
  read.signals = {{{"a.rule"}, {"", 7}, "error: the known one", 0, {}, 0}};
  Lesson lesson(read);
  std::string line;
  for (std::size_t i = 0; i < 1'000'000; ++i) {
    line = "case ";
    for (std::size_t rest = i + 1; rest > 0; rest /= 20) line += static_cast<char>('g' + rest % 20);
    lesson.hear("", i + 1, line);
  }
  const Sketch sketch = sketch_of(lesson.finish(1, {}, "", ""), "make");
  EXPECT_EQ(sketch.templates(), Sketch::templates_max);
  EXPECT_EQ(sketch.novelty_of(hash("error: the known one")), Novelty::usual);
  EXPECT_EQ(sketch.novelty_of(hash("never seen")), Novelty::untold);
}

TEST(Lesson, OfMoreStepsThanAreKeptTakesTheFirst) {
  Evidence read;
  for (std::size_t i = 0; i < GreenRun::steps_max + 10; ++i) {
    read.steps.push_back({"j", std::to_string(i), {"", i + 1}, {"", i + 1}, Conclusion::success, {}});
  }
  Lesson lesson(read);
  for (std::size_t i = 0; i < read.steps.size(); ++i) lesson.hear("", i + 1, "x");
  EXPECT_EQ(lesson.finish(1, {}, "", "").steps.size(), GreenRun::steps_max);
}

}  // namespace
}  // namespace regreen
