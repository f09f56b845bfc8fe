#include "verify/command.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

constexpr const char* workflow = R"(on: push
jobs:
  test:
    strategy: {matrix: {python: [3.11]}}
    steps:
      - uses: actions/checkout@v4
      - run: pip install -r requirements.txt
      - name: Run tests
        run: |
          make generate
          make test
  deploy:
    name: Ship it
    steps:
      - name: Run tests
        run: ./ship.sh ${{ secrets.TOKEN }}
)";

Diagnosis failed(std::string job, std::string step) {
  Diagnosis one;
  one.job = std::move(job);
  one.step = std::move(step);
  return one;
}

MemoryTree tree_with(const char* path, const char* text) { return MemoryTree({{path, {text, false}}}); }

TEST(FindCommand, TakesTheFailedStepOfTheFailedJob) {
  const auto tree = tree_with(".github/workflows/ci.yml", workflow);
  EXPECT_EQ(find_command(failed("test (3.11)", "Run tests"), tree), "set -e\nmake generate\nmake test\n");
  EXPECT_EQ(find_command(failed("test", "Run pip install -r requirements.txt"), tree), "set -e\npip install -r requirements.txt");
}

TEST(FindCommand, LeavesAStepThatNeedsTheForge) {
  EXPECT_FALSE(find_command(failed("Ship it", "Run tests"), tree_with(".github/workflows/ci.yml", workflow)));
}

TEST(FindCommand, ElseDoesWhatProjectsDo) {
  EXPECT_EQ(find_command(failed("", ""), tree_with("Makefile", "all:\n\ntest:\n\tx\n")), "make test");
  EXPECT_EQ(find_command(failed("", ""), tree_with("package.json", "{\"scripts\": {\"test\": \"x\"}}")), "npm test");
  EXPECT_EQ(find_command(failed("", ""), tree_with("Cargo.toml", "")), "cargo test");
  EXPECT_FALSE(find_command(failed("", ""), tree_with("README.md", "make test")));
}

TEST(FindCommand, ABrokenWorkflowNamesNone) {
  EXPECT_FALSE(find_command(failed("test", "Run tests"), tree_with(".github/workflows/ci.yml", "jobs: [\n")));
}

}  // namespace
}  // namespace regreen
