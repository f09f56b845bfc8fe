#include "base/template.h"

#include <gtest/gtest.h>

#include <chrono>

namespace regreen {
namespace {

TEST(Template, LeavesOutTimes) {
  EXPECT_EQ(template_of("2026-01-02T03:04:05Z started"), "<time> started");
  EXPECT_EQ(template_of("at 2026/01/02 03:04:05,123 and 2026-01-02 03:04"), "at <time> and <time>");
  EXPECT_EQ(template_of("2026-01-02T03:04:05+01:00 x"), "<time> x");
  EXPECT_EQ(template_of("[09:41:07] eta 0:00:05"), "[<time>] eta <time>");
}

TEST(Template, LeavesOutDurations) {
  EXPECT_EQ(template_of("took 300 ms"), "took <duration>");
  EXPECT_EQ(template_of("=== 3 passed in 0.02s ==="), "=== N passed in <duration> ===");
  EXPECT_EQ(template_of("1m23s, 2 h 5 min, 3 seconds"), "<duration>, <duration>, <duration>");
  EXPECT_EQ(template_of("5 mice, 3 s3crets"), "N mice, N sNcrets");
}

TEST(Template, LeavesOutNumbersButTellsNoneFromSome) {
  EXPECT_EQ(template_of("Found 3 errors in 1,048 files, 1.2.3"), "Found N errors in N files, N");
  EXPECT_EQ(template_of("Failures: 0, Errors:0, exit code 0"), "Failures: 0, Errors:0, exit code 0");
  EXPECT_EQ(template_of("python3.0 0:05 7:0 00"), "pythonN.N N:N N:N N");
  EXPECT_EQ(template_of("src/a.c:12:5: error"), "src/a.c:N:N: error");
  EXPECT_EQ(template_of("test_a1 x86_64 h264"), "test_aN xN_N hN");
}

TEST(Template, LeavesOutHashesAndRandomNames) {
  EXPECT_EQ(template_of("commit 0123abcd at 0x7f3a"), "commit <hex> at <hex>");
  EXPECT_EQ(template_of("id 123e4567-e89b-12d3-a456-426614174000."), "id <uuid>.");
  EXPECT_EQ(template_of("pod web-7f9c6d5b8-x2x4q"), "pod web-<hex>-<id>");
  EXPECT_EQ(template_of("decade facade"), "decade facade") << "words";
}

TEST(Template, LeavesOutTemporaryAndHomeFolders) {
  EXPECT_EQ(template_of("in /tmp/pytest-1/a/x.py: line"), "in <tmp>/x.py: line");
  EXPECT_EQ(template_of("'/tmp/tmpab_c' and /home/ada/app/x"), "'<tmp>' and ~/app/x");
  EXPECT_EQ(template_of(R"(C:\Users\ada\AppData\Local\Temp\q\x.obj)"), R"(C:~\AppData\Local<tmp>\x.obj)");
  EXPECT_EQ(template_of("a/tmp/x /tmp/ /home/"), "a/tmp/x /tmp/ /home/");
}

TEST(Template, HasNoNeedlessBlanks) {
  EXPECT_EQ(template_of("  a \t  b  "), "a b");
  EXPECT_EQ(template_of(" \t"), "");
  EXPECT_EQ(template_of(""), "");
}

TEST(Template, OfATemplateIsTheSame) {
  for (const char* line :
       {"3 tests in 0.2 s (/tmp/x7/log)", "v0.0 0 0x1 \xC3\xA9t\xC3\xA9 5 \xC2\xB5s", "a1b2c3 /home/x/y"}) {
    const std::string once = template_of(line);
    EXPECT_EQ(template_of(once), once);
  }
}

TEST(Template, OfAnyLineTakesLinearTime) {
  const auto start = std::chrono::steady_clock::now();
  for (const char* piece : {"1,", "1m", "1 ", "0:0", "a1", "/tmp/", "/home/", "12345678-1234-", "2026-01-", "f"}) {
    std::string line;
    while (line.size() < 1'000'000) line += piece;
    EXPECT_LE(template_of(line).size(), 8 * line.size());
  }
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
}

}  // namespace
}  // namespace regreen
