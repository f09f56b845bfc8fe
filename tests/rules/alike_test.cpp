// The quick way through a log, judged by the plain one, on all that real tools printed here and in real failures.

#include "read/read.h"
#include "rules/recordings.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace regreen {
namespace {

namespace fs = std::filesystem;

void expect_alike(const std::string& name, const std::string& bytes) {
  MemorySource quick(name, bytes), plain(name, bytes);
  ReadOptions plainly;
  plainly.plainly = true;
  const auto one = read(quick, our_rules()), two = read(plain, our_rules(), plainly);
  ASSERT_EQ(one.has_value(), two.has_value()) << name;
  if (!one) return;
  EXPECT_EQ(one->conclusion, two->conclusion) << name;
  EXPECT_EQ(one->steps, two->steps) << name;
  EXPECT_EQ(one->signals, two->signals) << name;
  EXPECT_EQ(one->excerpts, two->excerpts) << name;
  EXPECT_TRUE(*one == *two) << name;
}

TEST(Reading, IsAlikeQuickAndPlain) {
  for (const auto& recording : recordings()) {
    expect_alike(recording.name, recording.text);
    expect_alike(recording.name + " as a job", as_github_job(recording).text);
  }
}

// So long that a second thread scans it.
TEST(Reading, IsAlikeQuickAndPlainWhenLong) {
  constexpr std::size_t bytes_min = 2'000'000;
  std::string all;
  for (std::size_t day = 0; all.size() < bytes_min; ++day) {
    for (const auto& recording : recordings())
      all += as_github_job(recording).text + "day " + std::to_string(day) + "\n";
  }
  expect_alike("all recordings", all);
}

TEST(Reading, IsAlikeQuickAndPlainOnRealFailures) {
  const fs::path folder = "../shared/corpus/logs";
  if (!fs::exists(folder)) GTEST_SKIP() << "no corpus beside the repository";
  constexpr std::uintmax_t bytes_max = 300'000;  // the plain way takes its time
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.file_size() > bytes_max) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    expect_alike(entry.path().filename(), std::string(std::istreambuf_iterator<char>(file), {}));
  }
}

}  // namespace
}  // namespace regreen
