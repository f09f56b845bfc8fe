#include "model/sketch.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace regreen {
namespace {

TemplateHash line(std::string_view text) { return template_hash(text, false); }

Printed printed(std::vector<TemplateHash> templates) {
  std::ranges::sort(templates);
  return {std::move(templates), false};
}

// So many templates, from `first` on.
Printed many(std::size_t first, std::size_t count) {
  std::vector<TemplateHash> templates;
  for (std::size_t i = first; i < first + count; ++i) templates.push_back(line(std::to_string(i)));
  return printed(std::move(templates));
}

TEST(Sketch, SaysNothingBeforeTheFirstGreenRun) { EXPECT_EQ(Sketch().novelty_of(line("a")), Novelty::untold); }

TEST(Sketch, TellsWhatGreenRunsUsuallyRarelyAndNeverPrint) {
  Sketch sketch;
  for (const std::uint64_t run : {1, 2, 3})
    sketch.add(run, printed({line("always"), line(run == 1 ? "once" : "twice")}));
  EXPECT_EQ(sketch.runs(), 3u);
  EXPECT_EQ(sketch.novelty_of(line("always")), Novelty::usual);
  EXPECT_EQ(sketch.novelty_of(line("twice")), Novelty::usual) << "in half of them or more";
  EXPECT_EQ(sketch.novelty_of(line("once")), Novelty::rare);
  EXPECT_EQ(sketch.novelty_of(line("never")), Novelty::fresh);
}

TEST(Sketch, KnowsALineWhetherItMatteredOrNot) {
  Sketch sketch;
  sketch.add(1, printed({template_hash("a", true)}));
  EXPECT_EQ(sketch.novelty_of(template_hash("a", false)), Novelty::usual);
}

TEST(Sketch, CountsARunOnce) {
  Sketch sketch;
  EXPECT_TRUE(sketch.add(7, printed({line("a")})));
  EXPECT_FALSE(sketch.add(7, printed({line("b")})));
  EXPECT_EQ(sketch.runs(), 1u);
  EXPECT_EQ(sketch.templates(), 1u);
}

TEST(Sketch, ForgetsWhatTheLastRunsDoNotPrintAnyMore) {
  Sketch sketch;
  sketch.add(0, printed({line("old")}));
  for (std::uint64_t run = 1; run <= Sketch::runs_max; ++run) sketch.add(run, printed({line("new")}));
  EXPECT_EQ(sketch.runs(), Sketch::runs_max);
  EXPECT_EQ(sketch.templates(), 1u);
  EXPECT_EQ(sketch.novelty_of(line("old")), Novelty::fresh);
}

TEST(Sketch, IsBoundedAndThenCallsNothingFresh) {
  Sketch sketch;
  Printed all = many(0, 2 * Sketch::templates_max);
  all.templates.insert(all.templates.begin(), template_hash("matters", true));
  sketch.add(1, all);
  EXPECT_EQ(sketch.templates(), Sketch::templates_max);
  EXPECT_TRUE(sketch.is_cut());
  EXPECT_EQ(sketch.novelty_of(line("matters")), Novelty::usual);
  EXPECT_EQ(sketch.novelty_of(line("never")), Novelty::untold);
  EXPECT_LE(sketch.to_bytes().size(), 100'000u);
}

TEST(Sketch, KeepsWhatMostRunsPrint) {
  Sketch sketch;
  const Printed same = many(0, 100);
  for (std::uint64_t run = 1; run <= 5; ++run) {
    Printed all = many(run * 1'000'000, Sketch::templates_max);
    std::ranges::copy(same.templates, std::back_inserter(all.templates));
    std::ranges::sort(all.templates);
    sketch.add(run, all);
  }
  const auto usual =
      std::ranges::count_if(same.templates, [&](auto one) { return sketch.novelty_of(one) == Novelty::usual; });
  EXPECT_GE(usual, 90);
}

TEST(Sketch, ComesBackFromItsBytes) {
  Sketch sketch;
  for (std::uint64_t run = 1; run <= 20; ++run) sketch.add(run, many(run, 50));
  EXPECT_EQ(Sketch::from_bytes(sketch.to_bytes()).value(), sketch);
  EXPECT_EQ(Sketch::from_bytes(Sketch().to_bytes()).value(), Sketch());
}

TEST(Sketch, OfDamagedBytesIsAnError) {
  Sketch sketch;
  sketch.add(1, many(0, 3));
  const std::string bytes = sketch.to_bytes();
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    EXPECT_FALSE(Sketch::from_bytes(bytes.substr(0, i)));
    std::string other = bytes;
    other[i] = static_cast<char>(other[i] ^ 1);
    EXPECT_FALSE(Sketch::from_bytes(other)) << i;
  }
  EXPECT_FALSE(Sketch::from_bytes(bytes + "x"));
}

}  // namespace
}  // namespace regreen
