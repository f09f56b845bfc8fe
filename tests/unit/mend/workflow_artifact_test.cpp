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

std::string parted(const std::string& jobs, Files more = {}) {
  more[path] = "on: push\njobs:\n" + jobs;
  const auto after =
      mended("workflow.part-artifacts", more,
             said("##[error]Failed to CreateArtifact: (409) Conflict: an artifact with this name already exists on the "
                  "workflow run",
                  {}));
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
