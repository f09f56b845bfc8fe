#include "diagnose/occurrence.h"

#include "unit/diagnose/rule.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

const RuleSet& rules() {
  static const RuleSet set = [] {
    RuleFileContent content;
    content.rules = {rule("mismatched types", "compile_error", 0.9)};
    return std::move(RuleSet::compile(std::move(content)).value());
  }();
  return set;
}

// A log of compiler messages of three lines: what is wrong, where, and what stands there.
class Log {
 public:
  Log& message(const std::string& place, Captures captures = {}) {
    const std::size_t first = lines_.size() + 1;
    for (const std::string& line : {std::string("error: mismatched types"), " --> " + place, std::string(" |")})
      lines_.push_back(line);
    signals_.push_back({{"mismatched types"}, {"", first}, lines_[first - 1], 0, std::move(captures), 0});
    return *this;
  }

  Log& trace(std::vector<std::string> lines) {
    lines_ = std::move(lines);
    signals_.push_back({{"mismatched types"}, {"", 1}, lines_[0], 0, {}, 0});
    return *this;
  }

  Log& failed_test(std::vector<std::string> lines, const std::vector<std::string>& below) {
    const std::size_t here = lines.size() + 1;
    lines.insert(lines.end(), below.begin(), below.end());
    lines_ = std::move(lines);
    signals_.push_back({{"mismatched types"}, {"", here}, below[0], 0, {}, 0});
    return *this;
  }

  std::vector<Occurrence> occurrences() const {
    Evidence evidence;
    evidence.excerpts = {{{"", 1}, lines_}};
    Suspect suspect{&rules().rules().front(), {}, 0.9};
    for (const auto& signal : signals_) suspect.signals.push_back(&signal);
    return occurrences_of(evidence, suspect, rules());
  }

 private:
  std::vector<std::string> lines_;
  std::vector<Signal> signals_;
};

TEST(Occurrences, TheSameMessageInTwoPlacesIsTwo) {
  const auto two = Log().message("src/a.rs:3:5").message("src/b.rs:7:9").occurrences();
  ASSERT_EQ(two.size(), 2u);
  EXPECT_EQ(two[0].after.front(), " --> src/a.rs:3:5");
  EXPECT_EQ(two[1].after.front(), " --> src/b.rs:7:9");
}

TEST(Occurrences, TheSameMessageOfTheSamePlaceIsOne) {
  EXPECT_EQ(Log().message("src/a.rs:3:5").message("src/a.rs:3:5").occurrences().size(), 1u);
}

TEST(Occurrences, AStackTraceIsReadToItsEnd) {
  std::vector<std::string> trace = {"error: mismatched types"};
  for (int i = 0; i < 60; ++i) trace.push_back("    /usr/lib/ruby/3.1.0/psych/visitors/to_ruby.rb:430:in `visit'");
  trace.emplace_back("    lib/settings.rb:5:in `read'");
  const auto places = Log().trace(trace).occurrences().at(0).locations;
  ASSERT_FALSE(places.empty()) << "behind the calls of the library";
  EXPECT_EQ(places[0].file, "lib/settings.rb");
  trace[40] = "all is well";
  EXPECT_TRUE(Log().trace(trace).occurrences().at(0).locations.empty()) << "no trace any more";
}

TEST(Occurrences, WhatPytestShowsBelowIsOfAnotherTest) {
  std::vector<std::string> lines = {
      "E   error: mismatched types",  "", "/usr/lib/python3.11/json/__init__.py:293: Error",
      "________ test_other ________", "", "tests/test_other.py:9: ",
      "shop/other.py:3: in run"};
  std::vector<std::string> above = {"tests/test_first.py:1: ", "________ test_load ________",
                                    "shop/load.py:7: in read"};
  for (int i = 0; i < 40; ++i) above.emplace_back("    return of_the_library()");
  const auto places = Log().failed_test(above, lines).occurrences().at(0).locations;
  ASSERT_FALSE(places.empty()) << "above the functions of the library";
  EXPECT_EQ(places[0].file, "shop/load.py");
}

TEST(Occurrences, WhereTheCapturesSayTheLineTheyAreEnough) {
  const Captures captures = {{"file", "src/a.rs"}, {"line", "3"}};
  EXPECT_EQ(Log().message("src/a.rs:3:5", captures).message("src/b.rs:7:9", captures).occurrences().size(), 1u);
}

TEST(Occurrences, AreBoundedHoweverOftenItIsSaid) {
  Log log;
  for (int i = 0; i < 1000; ++i) log.message("src/a.rs:" + std::to_string(i) + ":1");
  EXPECT_EQ(log.occurrences().size(), 100u);
}

}  // namespace
}  // namespace regreen
