// Artifacts that several jobs upload under one name.

#include "story.h"

namespace regreen::story {
namespace {

const std::string path = ".github/workflows/ci.yml";

std::string job(const std::string& name, const std::string& matrix, const std::string& artifact,
                const std::string& more = "") {
  return "  " + name + ":\n    runs-on: ubuntu-22.04\n" + matrix + "    steps:\n      - run: make\n" +
         "      - uses: actions/upload-artifact@v4 # was v3\n" + more + "        with:\n          name: " + artifact +
         "\n          path: out\n";
}

std::string matrix(const std::string& keys) { return "    strategy:\n      matrix:\n" + keys; }

std::string download(const std::string& named, const std::string& version = "v4") {
  return "  release:\n    runs-on: ubuntu-22.04\n    steps:\n      - uses: actions/download-artifact@" + version +
         "\n        with:\n" + named + "          path: dist\n";
}

std::string parted(const std::string& jobs, Files more = {}, std::vector<std::string> before = {}) {
  more[path] = "on: push\njobs:\n" + jobs;
  auto one = said(
      "##[error]Failed to CreateArtifact: (409) Conflict: an artifact with this name already exists on the "
      "workflow run",
      {});
  one.before = std::move(before);
  const auto after = mended("workflow.part-artifacts", more, one);
  return after.contains(path) ? after.at(path).substr(15) : "nothing";
}

TEST(PartedArtifact, OfAMatrixIsNamedByItsKeys) {
  const auto keys =
      matrix("        python: ['3.9', \"3.10\"]\n        os:\n          - linux # the oldest\n          - mac\n");
  EXPECT_EQ(parted(job("build", keys, "wheels") + download("          name: wheels\n")),
            job("build", keys, "wheels-${{ matrix.python }}-${{ matrix.os }}") +
                download("          pattern: wheels-*\n          merge-multiple: true\n"));
  EXPECT_EQ(parted(job("build", keys, "'wheels-${{ matrix.os }}'")),
            job("build", keys, "'wheels-${{ matrix.os }}-${{ matrix.python }}'"));
  const auto similar = matrix("        os: [a, b]\n        os_version: [1, 2]\n");
  EXPECT_EQ(parted(job("build", similar, "wheels-${{ matrix.os_version }}")),
            job("build", similar, "wheels-${{ matrix.os_version }}-${{ matrix.os }}"));
}

TEST(PartedArtifact, IsTheOneThatTheLogShows) {
  const auto keys = matrix("        os: [linux, mac]\n");
  const auto other = job("test", keys, "report");
  const auto part = "-${{ matrix.os }}";
  EXPECT_EQ(parted(other + job("build", keys, "wheels"), {}, {"  name: old", "with:", "  name: wheels", "  path: a"}),
            other + job("build", keys, std::string("wheels") + part));
  const std::string by_system = "wheels-${{ runner.os }}";
  EXPECT_EQ(parted(other + job("build", keys, by_system), {}, {"  name: wheels-Linux"}),
            other + job("build", keys, by_system + part));
}

TEST(PartedArtifact, NothingWhereTheStepMayRunInOneJobOnly) {
  const auto keys = matrix("        os: [linux, mac]\n");
  for (const std::string condition : {"runner.os == 'Linux'", "strategy.job-index == 0", "env.PUBLISH", "${{ env.A }}"})
    EXPECT_EQ(parted(job("build", keys, "wheels", "        if: " + condition + "\n")), "nothing") << condition;
  for (const std::string condition : {"always()", "${{ !cancelled() }}", "failure() # for whom"}) {
    const auto more = "        if: " + condition + "\n";
    EXPECT_EQ(parted(job("build", keys, "wheels", more)), job("build", keys, "wheels-${{ matrix.os }}", more));
  }
}

TEST(PartedArtifact, NothingThatAnotherWorkflowTakes) {
  const auto keys = matrix("        os: [linux, mac]\n");
  const auto before = job("build", keys, "wheels"), after = job("build", keys, "wheels-${{ matrix.os }}");
  const auto beside = [&](const std::string& trigger, const std::string& name) {
    return parted(before, {{".github/workflows/release.yml", "on: " + trigger + "\njobs:\n" + download(name)}});
  };
  const std::string same = "          name: wheels\n", other = "          name: docs\n";
  EXPECT_EQ(beside("workflow_run", same), "nothing");
  EXPECT_EQ(beside("workflow_call", same), "nothing");
  EXPECT_EQ(beside("workflow_call", ""), "nothing");
  EXPECT_EQ(beside("workflow_call", other), after);
  EXPECT_EQ(beside("push", same), after) << "that of its own run";
  EXPECT_EQ(parted(before,
                   {{".github/actions/get/action.yml", "runs:\n  steps:\n    - uses: actions/download-artifact@v4\n"}}),
            "nothing");
  EXPECT_EQ(parted(before + "on:\n  workflow_call:\n",
                   {{".github/workflows/all.yml",
                     "jobs:\n  build:\n    uses: ./.github/workflows/ci.yml\n" + download(same)}}),
            "nothing");
}

TEST(PartedArtifact, ADownloadWithoutANameTakesAll) {
  const auto keys = matrix("        os: [linux, mac]\n");
  const auto takes_all = download("          name: # all\n");
  EXPECT_EQ(parted(job("build", keys, "wheels") + takes_all),
            job("build", keys, "wheels-${{ matrix.os }}") + takes_all);
}

TEST(PartedArtifact, ByTheNumberOfTheJobWhereValuesCannotBeInAName) {
  const std::string by_number = "wheels-${{ strategy.job-index }}";
  for (const auto& keys :
       {matrix("        platform: [linux/amd64, linux/arm64]\n"), matrix("        include:\n          - os: a\n"),
        std::string("    strategy:\n      matrix: ${{ fromJSON(needs.a.outputs.b) }}\n")})
    EXPECT_EQ(parted(job("build", keys, "wheels")), job("build", keys, by_number)) << keys;
}

TEST(PartedArtifact, OfTwoJobsIsNamedByThem) {
  EXPECT_EQ(parted(job("unit", "", "report") + job("browser", "", "report") + job("docs", "", "site")),
            job("unit", "", "report-unit") + job("browser", "", "report-browser") + job("docs", "", "site"));
}

TEST(PartedArtifact, NothingInDoubt) {
  const auto keys = matrix("        os: [linux, mac]\n");
  EXPECT_EQ(parted(job("unit", "", "report") + job("docs", "", "site")), "nothing");
  EXPECT_EQ(parted(job("build", keys, "wheels-${{ matrix.os }}")), "nothing");
  EXPECT_EQ(parted(job("build", keys, "wheels", "        if: matrix.os == 'mac'\n")), "nothing");
  EXPECT_EQ(parted(job("build", keys, "wheels") + download("          name: wheels\n", "v3")), "nothing");
  EXPECT_EQ(parted(job("build", keys, "wheels") + job("docs", "", "wheels-docs")), "nothing");
  EXPECT_EQ(parted(job("build", keys, "wheels") + download("") + "      - run: ls dist/wheels/*.whl\n"), "nothing");
  EXPECT_EQ(parted(job("build", keys, "wheels") + "          overwrite: true\n"), "nothing");
  EXPECT_EQ(parted(job("unit", "", "report", "        if: failure()\n") + job("browser", "", "report")), "nothing");
}

}  // namespace
}  // namespace regreen::story
