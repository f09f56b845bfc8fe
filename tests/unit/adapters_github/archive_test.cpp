#include "adapters/github/archive.h"

#include "os/file.h"

#include <gtest/gtest.h>

#include <cstdio>

namespace regreen {
namespace {

TEST(LogArchive, KnowsAJobByWhatGitHubMakesOfItsName) {
  const std::vector<std::string> names = {"0_build.txt", "1_tests  unit fast.txt", "deploy/1_Set up job.txt",
                                          "2_" + std::string(90, 'x') + ".txt"};
  EXPECT_TRUE(has_log_of(names, "build"));
  EXPECT_TRUE(has_log_of(names, "tests / unit: fast"));
  EXPECT_TRUE(has_log_of(names, "deploy"));
  EXPECT_TRUE(has_log_of(names, std::string(120, 'x')));
  EXPECT_FALSE(has_log_of(names, "build docs"));
  EXPECT_FALSE(has_log_of(names, "lint"));
  EXPECT_FALSE(has_log_of({}, "lint"));
}

TEST(LogArchive, ThatIsCutOffHasNoNames) {
  const std::string file = testing::TempDir() + "regreen-archive-test.zip";
  // Empty archives are all end record.
  for (const auto& bytes : {std::string(), std::string("PK\x03\x04 half"),
                            std::string("PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 22),
                            "PK\x01\x02" + std::string(80, '\xff') + "PK\x05\x06" + std::string(18, '\xff')}) {
    ASSERT_TRUE(replace_file(file, bytes));
    const auto names = names_in_zip(file);
    EXPECT_TRUE(!names || names->empty());
  }
  EXPECT_FALSE(names_in_zip(file + ".none"));
  std::remove(file.c_str());
}

}  // namespace
}  // namespace regreen
