#include "unit/read/logs.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

using Lines = std::vector<std::string>;

const Lines set_up = {"Current runner version: '2.331.0'", "Runner Image"};
const Lines tests = all(run_step("npm test", {"error: no", "##[error]Process completed with exit code 1."}));
const Lines complete = {"Cleaning up orphan processes"};

// A run's ZIP as GitHub makes it: each job whole, and each of its steps.
Entries run_zip(const std::string& file, const std::string& folder) {
  return {{"0_" + file + ".txt", github_log(all(set_up, tests, complete))},
          {folder + "/1_Set up job.txt", github_log(set_up)},
          {folder + "/2_Run tests.txt", github_log(tests, 1 + set_up.size())},
          {folder + "/4_Complete job.txt", github_log(complete, 1 + set_up.size() + tests.size())},
          {folder + "/system.txt", "Job is waiting for a runner\n"}};
}

TEST(RunZip, CountsLinesOnceAndTakesTheNamesOfSteps) {
  const Evidence evidence = read_log(zip_of(run_zip("build", "build")));
  EXPECT_EQ(signal_texts(evidence), Lines{"error: no"});
  EXPECT_EQ(evidence.signals[0].place, (Place{"0_build.txt", 9}));
  EXPECT_EQ(evidence.lines, set_up.size() + tests.size() + complete.size() + 1);
  const Step step = step_named(evidence, "Run tests");
  EXPECT_EQ(step.job, "build");
  EXPECT_EQ(step.conclusion, Conclusion::failure);
}

TEST(RunZip, KnowsStepsWhateverTheFolderIsCalled) {
  const Evidence evidence = read_log(zip_of(run_zip("test (ubuntu, 311)", "test (ubuntu 3.11)")));
  EXPECT_EQ(evidence.signals.size(), 1u);
}

TEST(RunZip, KnowsACutName) {
  const std::string name(120, 'n');
  auto entries = run_zip(name.substr(0, 88), name.substr(0, 90));
  for (auto& [file, text] : entries) {
    if (file.find("_Run tests") != std::string::npos) text = "error: without a timestamp\n";
    if (file.find("/1_") != std::string::npos || file.find("/4_") != std::string::npos) text = "no timestamp\n";
  }
  EXPECT_EQ(signal_texts(read_log(zip_of(entries))), Lines{"error: no"});
}

TEST(RunZip, ReadsStepsWhereTheWholeJobIsMissing) {
  auto entries = run_zip("build", "build");
  entries.erase(entries.begin());
  const Evidence evidence = read_log(zip_of(entries));
  EXPECT_EQ(evidence.signals.size(), 1u);
  EXPECT_EQ(evidence.signals[0].place.file, "build/2_Run tests.txt");
  EXPECT_EQ(step_named(evidence, "Run tests").conclusion, Conclusion::failure);
  EXPECT_EQ(step_named(evidence, "Run tests").job, "build");
  EXPECT_EQ(step_named(evidence, "Set up job").conclusion, Conclusion::success);
  EXPECT_EQ(evidence.conclusion, Conclusion::failure);
}

TEST(RunZip, ReadsTheWholeJobWhereStepsAreMissing) {
  const Evidence evidence = read_log(zip_of({{"0_build.txt", github_log(all(set_up, tests))}}));
  EXPECT_EQ(evidence.signals.size(), 1u);
  EXPECT_EQ(step_named(evidence, "Run npm test").job, "build");
}

TEST(RunZip, KeepsJobsApart) {
  const Evidence evidence =
      read_log(zip_of({{"0_lint.txt", github_log(all(set_up, run_step("lint", {"ok"}), complete))},
                       {"1_test.txt", github_log(all(set_up, tests, complete), 50)}}));
  EXPECT_EQ(step_named(evidence, "Run lint").job, "lint");
  EXPECT_EQ(step_named(evidence, "Run lint").conclusion, Conclusion::success);
  EXPECT_EQ(step_named(evidence, "Run npm test").job, "test");
  EXPECT_EQ(evidence.conclusion, Conclusion::failure);
}

TEST(RunZip, AnUnpackedOneIsReadTheSame) {
  const auto entries = run_zip("build", "build");
  const Evidence evidence = read_files(MemorySource::Files(entries.begin(), entries.end()));
  EXPECT_EQ(evidence.signals.size(), 1u);
}

TEST(RunZip, AGreenRunIsGreen) {
  const Evidence evidence =
      read_log(zip_of({{"0_lint.txt", github_log(all(set_up, run_step("lint", {"ok"}), complete))},
                       {"lint/system.txt", "Job is waiting for a runner\n"}}));
  EXPECT_EQ(evidence.conclusion, Conclusion::success);
}

}  // namespace
}  // namespace regreen
