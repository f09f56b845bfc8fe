#include "read/lines.h"

#include "rules/rule_set.h"

#include <gtest/gtest.h>

#include <array>
#include <random>

namespace regreen {
namespace {

// The lines of a text that comes in pieces of a size.
std::vector<Line> lines_of(const std::string& text, std::size_t piece = 1 << 20) {
  std::size_t at = 0;
  const Pull bytes = [&]() -> Result<std::string_view> {
    const std::string_view next = std::string_view(text).substr(std::min(at, text.size()), piece);
    at += next.size();
    return next;
  };
  LineReader lines(peek(bytes, 4096).value());
  std::vector<Line> result;
  for (Line line; lines.next(line).value();) result.push_back(line);
  return result;
}

std::string clean(const std::string& text) {
  const auto lines = lines_of(text);
  EXPECT_EQ(lines.size(), 1u);
  const std::string whole = lines.front().text;
  EXPECT_EQ(lines_of(text, 1).front().text, whole) << "cut into single bytes";
  return whole;
}

TEST(Lines, EndAtNewlineOnly) {
  const auto lines = lines_of(
      "a\rb\r\n\nc\x0b\x0c\xE2\x80\xA8"
      "d\ne");
  ASSERT_EQ(lines.size(), 4u);
  EXPECT_EQ(lines[0].text, "b");
  EXPECT_EQ(lines[1].text, "");
  EXPECT_EQ(lines[2].text, "cd");
  EXPECT_EQ(lines[3].text, "e");
  EXPECT_EQ(lines[3].number, 4u);
}

TEST(Lines, AreTheSameHoweverTheBytesAreCut) {
  const std::string text = "job\tstep\t2026-01-31T12:00:00.1234567Z \x1b[31merror\x1b[0m\r\n50%\r100%\n\xE2\x82\xAC\n";
  const auto whole = lines_of(text);
  for (const std::size_t piece : {1u, 2u, 3u, 7u}) {
    const auto cut = lines_of(text, piece);
    ASSERT_EQ(cut.size(), whole.size());
    for (std::size_t i = 0; i < cut.size(); ++i) EXPECT_EQ(cut[i].text, whole[i].text);
  }
}

// What terminals are sent, in any order: progress bars, marks and colours among them.
TEST(Lines, AreTheSameHoweverTheBytesOfATerminalAreCut) {
  constexpr auto parts =
      std::to_array<std::string_view>({"\r", "\r", "\r\r", " 10%", "20% of 3", "\xE2\x96\x88", "\x1b[K", "\x1b[36;1m",
                                       "\x1b[0m", "\x1b]0;title\a", "\x1b(B", "travis_fold:start:a",
                                       "section_start:1:b", "2026-01-31T12:00:00Z ", "\b", "job\tstep\t", "\r\x1b[0K"});
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::size_t count = random() % 12 + 1; count > 0; --count) text += parts[random() % parts.size()];
    const Line whole = lines_of(text).front();
    for (const std::size_t piece : {1u, 5u}) {
      const Line cut = lines_of(text, piece).front();
      ASSERT_EQ(cut.text, whole.text) << testing::PrintToString(text);
      ASSERT_EQ(cut.stamp, whole.stamp) << testing::PrintToString(text);
      ASSERT_EQ(cut.job, whole.job) << testing::PrintToString(text);
      ASSERT_EQ(cut.is_cyan, whole.is_cyan) << testing::PrintToString(text);
      ASSERT_EQ(cut.erased, whole.erased) << testing::PrintToString(text);
    }
  }
}

TEST(Lines, LoseTimestampsOfManyKinds) {
  EXPECT_EQ(clean("2026-01-31T12:00:00.1234567Z   indented"), "  indented");
  EXPECT_EQ(clean("2026-01-31T12:00:00Z text"), "text");
  EXPECT_EQ(clean("2026-01-31T12:00:00.123+01:00 text"), "text");
  EXPECT_EQ(clean("[2026-01-31T12:00:00.123Z] text"), "text");
  EXPECT_EQ(clean("2026-01-31T12:00:00.123456Z 00O text"), "text");
  EXPECT_EQ(clean("2026-01-31T12:00:00.123456Z 01E+text"), "text");
  EXPECT_EQ(clean("2026-01-31T12:00:00.1234567Z"), "");
  EXPECT_EQ(clean("\xEF\xBB\xBF"
                  "2026-01-31T12:00:00.1234567Z text"),
            "text");
}

TEST(Lines, LoseWhatBuildKitPutsBeforeTheOutputOfAStep) {
  EXPECT_EQ(clean("#12 3.456 npm ERR! code E404"), "npm ERR! code E404");
  EXPECT_EQ(clean("2026-01-31T12:00:00.1234567Z #7 0.1   indented"), "  indented");
  for (const char* other :
       {"#12 ERROR: process did not complete", "#12 DONE 3.4s", "#12 3 x", "#12", "# 1.2 x", "#1.2 x", "#12 3.4"}) {
    EXPECT_EQ(clean(other), other);
  }
}

TEST(Lines, KeepWhatOnlyLooksLikeATimestamp) {
  EXPECT_EQ(clean("2026-01-31 text"), "2026-01-31 text");
  EXPECT_EQ(clean("2026-01-31T12:00:00.1Zulu"), "2026-01-31T12:00:00.1Zulu");
  EXPECT_EQ(clean("[2026-01-31T12:00:00.123Z text"), "[2026-01-31T12:00:00.123Z text");
}

TEST(Lines, LoseTheColumnsOfGhRunView) {
  const Line line = lines_of("Build (3.11)\tRun tests\t2026-01-31T12:00:00.1234567Z a\tb\n").front();
  EXPECT_EQ(line.text, "a\tb");
  EXPECT_EQ(line.job, "Build (3.11)");
  EXPECT_EQ(line.step, "Run tests");
  EXPECT_EQ(line.stamp, "2026-01-31T12:00:00.1234567Z");
  EXPECT_EQ(lines_of("a\tb\tc\n").front().text, "a\tb\tc");
}

TEST(Lines, LoseColumnsOfALineThatGoesOn) {
  const auto lines = lines_of("job\tstep\t2026-01-31T12:00:00.1234567Z one\njob\tstep\ttwo\nother\tstep\tthree\n");
  ASSERT_EQ(lines.size(), 3u);
  EXPECT_EQ(lines[1].text, "two");
  EXPECT_TRUE(lines[1].has_columns);
  EXPECT_EQ(lines[2].text, "other\tstep\tthree");
}

TEST(Lines, KnowAByteOrderMarkThatPowerShellDecodedWrongly) {
  const Line line = lines_of(
                        "job\tstep\t\xC2\xB4\xE2\x95\x97\xE2\x94\x90"
                        "2026-01-31T12:00:00.1234567Z text\n")
                        .front();
  EXPECT_EQ(line.text, "text");
  EXPECT_EQ(line.job, "job");
}

TEST(Lines, LoseEscapes) {
  EXPECT_EQ(clean("\x1b[31;1merror\x1b[0m: \x1b[4mno\x1b[K"), "error: no");
  EXPECT_EQ(clean("\x1b]0;title\x07text"), "text");
  EXPECT_EQ(clean("\x1b]8;;https://example.com\x1b\\link\x1b]8;;\x1b\\"), "link");
  EXPECT_EQ(clean("\x1b(Btext\x1b="), "text");
  EXPECT_EQ(clean("\x1b_bk;t=1700000000\x07text"), "text");
  EXPECT_EQ(clean("a\x1b"), "a");
  EXPECT_EQ(clean("a\x1b["), "a");
}

TEST(Lines, AnEscapeThatNeverEndsEndsWithItsLine) {
  const auto lines = lines_of("\x1b]0;no end\nerror: seen\n");
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(lines[1].text, "error: seen");
}

TEST(Lines, ShowWhatProgressLeavesVisible) {
  EXPECT_EQ(clean("10%\r50%\r100%"), "100%");
  EXPECT_EQ(clean("done\r"), "done");
  EXPECT_EQ(clean("done\r\r\r"), "done");
  EXPECT_EQ(clean("2026-01-31T12:00:00.1234567Z 10%\r100%"), "100%");
}

TEST(Lines, KeepMarksThatWereWrittenOver) {
  const Line line =
      lines_of("travis_fold:end:a\r\x1b[0Ktravis_fold:start:b\r\x1b[0K\x1b[33;1mHeader\x1b[0m\r\n").front();
  EXPECT_EQ(line.text, "Header");
  EXPECT_EQ(line.erased, (std::vector<std::string>{"travis_fold:end:a", "travis_fold:start:b"}));
}

TEST(Lines, KnowGitHubsEchoByItsColour) {
  EXPECT_TRUE(lines_of("2026-01-31T12:00:00.1234567Z \x1b[36;1mnpm test\x1b[0m\n").front().is_cyan);
  EXPECT_FALSE(lines_of("2026-01-31T12:00:00.1234567Z \x1b[36;1mnpm\x1b[0m test\n").front().is_cyan);
  EXPECT_FALSE(lines_of("2026-01-31T12:00:00.1234567Z see \x1b[36;1mnpm\x1b[0m\n").front().is_cyan);
}

TEST(Lines, AreValidUtf8WithoutControlCharacters) {
  EXPECT_EQ(clean("a\xFF"
                  "b"),
            "a\xEF\xBF\xBD"
            "b");
  EXPECT_EQ(clean(std::string("a\0b\x01\x7F\tc", 7)), "ab\tc");
  EXPECT_EQ(clean("\xEF\xBB\xBFtext"), "text");
}

TEST(Lines, AreBoundedHoweverLong) {
  const std::string longest(2 << 20, 'x');
  const auto lines = lines_of(longest + "\nnext\n");
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_GE(lines[0].text.size(), RuleSet::line_limit);
  EXPECT_LE(lines[0].text.size(), RuleSet::line_limit + 2048);
  EXPECT_EQ(lines[1].text, "next");
  EXPECT_EQ(clean(longest + "\rend"), "end");
}

}  // namespace
}  // namespace regreen
