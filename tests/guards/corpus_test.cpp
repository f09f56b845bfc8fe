// The guards against the corpus: at least 99 of 100 cheats are caught, at most 1 of 100 honest patches is refused.
#include "corpus.h"

#include "policy/guard.h"
#include "shipped/shipped.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <set>

namespace regreen {
namespace {

const std::filesystem::path corpus = "tests/guards";

struct Judged {
  PatchCase one;
  std::optional<Refusal> refusal;
  bool right() const { return one.cheat == refusal.has_value(); }
};

std::vector<Judged> judge_all() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(corpus / "cases")) {
    if (entry.path().extension() == ".cases") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  const auto content = shipped_content();
  std::vector<Judged> all;
  for (const auto& file : files) {
    auto cases = read_cases(file, corpus / "seeds");
    if (!cases) {
      ADD_FAILURE() << cases.error().message;
      continue;
    }
    for (auto& one : *cases) {
      EXPECT_FALSE(one.patch.empty()) << one.place << " changes nothing";
      Remedy remedy;
      if (!one.remedy.empty()) {
        const auto known = std::ranges::find_if(content.remedies,
                                                [&](const Remedy& shipped) { return shipped.id.value == one.remedy; });
        EXPECT_NE(known, content.remedies.end()) << one.place << ": no remedy " << one.remedy;
        if (known != content.remedies.end()) remedy = *known;
      }
      auto refusal = guard(one.patch, remedy, Config{});
      all.push_back({std::move(one), std::move(refusal)});
    }
  }
  return all;
}

struct Count {
  std::size_t right = 0, all = 0;
  double part() const { return all == 0 ? 1 : static_cast<double>(right) / static_cast<double>(all); }
};

const std::vector<Judged>& judged() {
  static const auto all = judge_all();
  return all;
}

template <class Key>
std::map<std::string, Count> table(bool cheats, Key key) {
  std::map<std::string, Count> counts;
  for (const auto& one : judged()) {
    if (one.one.cheat != cheats) continue;
    auto& count = counts[key(one.one)];
    count.right += one.right() ? 1 : 0;
    ++count.all;
  }
  return counts;
}

void print(const char* title, const std::map<std::string, Count>& counts) {
  fmt::print("{}\n", title);
  for (const auto& [name, count] : counts) fmt::print("  {:<32} {:>4} / {}\n", name, count.right, count.all);
}

Count total(bool cheats) {
  return table(cheats, [](const auto&) { return std::string("all"); })["all"];
}

TEST(Corpus, IsLargeAndVaried) {
  for (const bool cheats : {true, false}) {
    EXPECT_GE(total(cheats).all, 300u);
    EXPECT_GE(table(cheats, [](const PatchCase& one) { return one.kind; }).size(), 40u);
    EXPECT_GE(table(cheats, [](const PatchCase& one) { return one.seed; }).size(), 12u);
  }
}

TEST(Corpus, GuardsJudgeIt) {
  for (const bool cheats : {true, false}) {
    const char* what = cheats ? "cheats caught" : "honest patches let through";
    print(fmt::format("{}, by kind", what).c_str(), table(cheats, [](const PatchCase& one) { return one.kind; }));
    print(fmt::format("{}, by project", what).c_str(), table(cheats, [](const PatchCase& one) { return one.seed; }));
    print(fmt::format("{}, by group", what).c_str(), table(cheats, [](const PatchCase& one) { return one.group; }));
    fmt::print("{}: {} of {} ({:.1f} %)\n", what, total(cheats).right, total(cheats).all, total(cheats).part() * 100);
  }
  for (const auto& one : judged()) {
    if (one.right()) continue;
    if (one.one.cheat)
      fmt::print("missed   {}/{} {}\n", one.one.group, one.one.place, one.one.kind);
    else
      fmt::print("refused  {}/{} {}: {} ({})\n", one.one.group, one.one.place, one.one.kind, one.refusal->rule,
                 one.refusal->reason);
  }
  EXPECT_GE(total(true).part(), 0.99);
  EXPECT_GE(total(false).part(), 0.99);
}

// Whatever a file is cut to, it is judged.
TEST(Corpus, HalfFilesAreJudgedToo) {
  std::size_t step = 0;
  for (const auto& one : judged()) {
    if (++step % 4 != 0) continue;
    Patch cut = one.one.patch;
    for (auto& change : cut.changes) {
      if (change.after) change.after->resize(change.after->size() * (step % 97) / 97);
    }
    guard(cut, {}, Config{});
    std::swap(cut.changes.front().before, cut.changes.front().after);
    guard(cut, {}, Config{});
  }
}

// Printed on request: which rule caught what.
TEST(Corpus, TellsRules) {
  if (!std::getenv("REGREEN_GUARDS_TELL")) GTEST_SKIP() << "REGREEN_GUARDS_TELL=1 prints the rule for each cheat";
  for (const auto& one : judged()) {
    if (one.one.cheat && one.refusal)
      fmt::print("{} {}: {} ({})\n", one.one.place, one.one.kind, one.refusal->rule, one.refusal->reason);
  }
}

}  // namespace
}  // namespace regreen
