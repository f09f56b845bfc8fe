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

// Several jobs, each with 20,000 lines and one failure, beside a picture, a page and a report.
Entries large_run() {
  Entries entries;
  for (int job = 0; job < 12; ++job) {
    const std::string name = "job " + std::to_string(job);
    Lines output(static_cast<std::size_t>(2000 * (1 + job % 3)), "compiling one more file of the project");
    output[static_cast<std::size_t>(job)] = "error: in " + name;
    output.push_back("##[error]Process completed with exit code 1.");
    entries.emplace_back(std::to_string(job) + "_" + name + ".txt", github_log(run_step("make", output)));
  }
  entries.emplace_back("shot.png", std::string("\x89PNG\r\n\x1a\n\0\0", 10));
  entries.emplace_back("index.html", "<!DOCTYPE html><html></html>");
  entries.emplace_back("junit.xml",
                       R"(<testsuite tests="1"><testcase name="a"><failure message="m"/></testcase></testsuite>)");
  return entries;
}

Evidence without_hash(Evidence evidence) {
  evidence.hash = "";
  evidence.bytes = 0;
  return evidence;
}

TEST(RunZip, IsReadTheSameByAnyNumberOfThreads) {
  const std::string zip = zip_of(large_run());
  ReadOptions options;
  options.threads = 1;
  const Evidence one = read_log(zip, options);
  EXPECT_EQ(one.signals.size(), 13u);
  EXPECT_EQ(one.notes.size(), 2u);
  for (const std::size_t threads : {2, 5, 100}) {
    options.threads = threads;
    EXPECT_TRUE(read_log(zip, options) == one) << threads;
  }
  // What follows the ZIP's end makes it an odd one, whose files are visited one by one.
  EXPECT_TRUE(without_hash(read_log(zip + "\n", options)) == without_hash(one));
}

TEST(RunZip, ADamagedFileIsReadUpToThere) {
  std::string zip = zip_of(large_run());
  zip[zip.size() / 2] ^= 0x55;
  const Evidence evidence = read_log(zip);
  EXPECT_FALSE(evidence.signals.empty());
  ASSERT_FALSE(evidence.notes.empty());
}

TEST(RunZip, DatesOfMonthZeroAreTolerated) {
  std::string zip = zip_of(run_zip("build", "build"));
  for (const auto& [signature, at] : {std::pair<std::string, std::size_t>{"PK\x03\x04", 10}, {"PK\x01\x02", 12}}) {
    for (auto found = zip.find(signature); found != std::string::npos; found = zip.find(signature, found + 4)) {
      zip.replace(found + at, 4, 4, '\0');  // the moment 1980-00-00 00:00
    }
  }
  EXPECT_EQ(read_log(zip).signals.size(), 1u);
}

TEST(RunZip, JobsOfOneNameAreTwo) {
  auto entries = run_zip("build", "build");
  const auto second = all(set_up, run_step("npm test", {"error: two", "##[error]Process completed with exit code 1."}));
  entries.emplace_back("1_build.txt", github_log(second, 500));
  entries.emplace_back("build (1)/1_Set up job.txt", github_log(set_up, 500));
  EXPECT_EQ(signal_texts(read_log(zip_of(entries))), (Lines{"error: no", "error: two"}));
}

TEST(RunZip, AByteOrderMarkAndCarriageReturnsDoNoHarm) {
  auto entries = run_zip("build", "build");
  for (auto& [file, text] : entries) {
    std::string crlf = "\xEF\xBB\xBF";
    for (const char c : text) crlf += c == '\n' ? std::string("\r\n") : std::string(1, c);
    text = crlf;
  }
  const Evidence evidence = read_log(zip_of(entries));
  EXPECT_EQ(signal_texts(evidence), Lines{"error: no"});
  EXPECT_EQ(step_named(evidence, "Run tests").conclusion, Conclusion::failure);
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
