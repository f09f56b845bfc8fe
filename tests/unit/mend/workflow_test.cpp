#include "story.h"

namespace regreen::story {
namespace {

Files healed(std::string_view remedy, Files files, Occurrence occurrence) {
  return mended(remedy, files, std::move(occurrence));
}

TEST(WorkflowAction, UploadsAndDownloadsMoveTogether) {
  const auto after = healed("workflow.upgrade-action",
                            {{".github/workflows/ci.yml",
                              "steps:\r\n  - uses: actions/upload-artifact@v3 # keep\r\n  - uses: actions/cache@v3\r\n "
                              " - uses: actions/upload-artifact@a8a3f3ad30e3422c9c7b888a15615d19a852ae32\r\n"},
                             {".github/workflows/release.yaml", "  - uses: 'actions/download-artifact@v2.1.0'\n"}},
                            said("##[error]This request has been automatically failed because it uses a deprecated "
                                 "version of `actions/upload-artifact: v3`.",
                                 {{"package", "actions/upload-artifact: v3"}}));
  ASSERT_EQ(after.size(), 2U);
  EXPECT_EQ(after.at(".github/workflows/ci.yml"),
            "steps:\r\n  - uses: actions/upload-artifact@v4 # keep\r\n  - uses: actions/cache@v3\r\n  - uses: "
            "actions/upload-artifact@a8a3f3ad30e3422c9c7b888a15615d19a852ae32\r\n");
  EXPECT_EQ(after.at(".github/workflows/release.yaml"), "  - uses: 'actions/download-artifact@v4'\n");
}

TEST(WorkflowAction, AVersionThatIsNoneBecomesTheKnownOne) {
  EXPECT_EQ(healed("workflow.upgrade-action", {{".github/workflows/ci.yml", "  - uses: actions/checkout@v99\n"}},
                   said("Unable to resolve action `actions/checkout@v99`, unable to find version `v99`",
                        {{"package", "actions/checkout@v99"}}))
                .at(".github/workflows/ci.yml"),
            "  - uses: actions/checkout@v4\n");
}

TEST(WorkflowAction, AVersionGetsItsLetterAndDoesNotGoDown) {
  const auto after = [](const std::string& uses, const std::string& line, const std::string& package) {
    const auto files =
        healed("workflow.upgrade-action", {{".github/workflows/ci.yml", uses}}, said(line, {{"package", package}}));
    return files.empty() ? "nothing" : files.at(".github/workflows/ci.yml");
  };
  EXPECT_EQ(after("  - uses: actions/checkout@4\n",
                  "Unable to resolve action `actions/checkout@4`, unable to find version `4`", "actions/checkout@4"),
            "  - uses: actions/checkout@v4\n");
  const auto old = "uses a deprecated version of `actions/upload-artifact: v3`";
  EXPECT_EQ(after("  - uses: actions/upload-artifact@v3\n  - uses: actions/upload-artifact@v60\n", old,
                  "actions/upload-artifact: v3"),
            "  - uses: actions/upload-artifact@v4\n  - uses: actions/upload-artifact@v60\n");
}

TEST(WorkflowAction, CommandsBecomeFiles) {
  const std::string jobs = "jobs:\n  a:\n    runs-on: ubuntu-22.04\n    steps:\n";
  const auto after = healed(
      "workflow.upgrade-action",
      {{".github/workflows/ci.yml",
        jobs +
            "    - run: echo \"::set-output name=tag::$TAG\"\n    - run: |\n        echo ::set-output name=sha::$(git "
            "rev-parse HEAD)\n        echo '::save-state name=a::b'\n        # ::set-output name=x::y\n"}},
      said("The `set-output` command is disabled.", {{"command", "set-output"}}));
  EXPECT_EQ(after.at(".github/workflows/ci.yml"),
            jobs +
                "    - run: echo \"tag=$TAG\" >> \"$GITHUB_OUTPUT\"\n    - run: |\n        echo \"sha=$(git rev-parse "
                "HEAD)\" >> "
                "\"$GITHUB_OUTPUT\"\n        echo 'a=b' >> \"$GITHUB_STATE\"\n        # ::set-output name=x::y\n");
}

TEST(WorkflowAction, ImagesThatAreGone) {
  const auto after =
      healed("workflow.upgrade-action",
             {{".github/workflows/ci.yml",
               "    runs-on: ubuntu-20.04\n    strategy: {matrix: {os: [ubuntu-20.04, windows-2019]}}\n"}},
             said("This is a scheduled Ubuntu 20.04 brownout.", {{"version", "Ubuntu 20.04"}}));
  EXPECT_EQ(after.at(".github/workflows/ci.yml"),
            "    runs-on: ubuntu-22.04\n    strategy: {matrix: {os: [ubuntu-22.04, windows-2019]}}\n");
}

TEST(WorkflowAction, ImagesOfAListStandThereOnceAndKeepTheirProcessor) {
  const auto after = [](const std::string& text, const std::string& line) {
    return healed("workflow.upgrade-action", {{".github/workflows/ci.yml", text}}, said(line, {}))
        .at(".github/workflows/ci.yml");
  };
  const std::string gone = "This is a scheduled Ubuntu 20.04 brownout.";
  EXPECT_EQ(after("        os: ['ubuntu-20.04', 'ubuntu-22.04']\n", gone), "        os: ['ubuntu-22.04']\n");
  EXPECT_EQ(after("        os:\n          - ubuntu-22.04\n          - ubuntu-20.04\n", gone),
            "        os:\n          - ubuntu-22.04\n");
  EXPECT_EQ(after("    runs-on: macos-12\n", "This is a scheduled macOS-12 brownout."),
            "    runs-on: macos-15-intel\n");
}

TEST(WorkflowAction, UnknownOnesStay) {
  for (const auto* package : {"evil/action: v1", "", "../x", "actions/upload-artifact; rm"}) {
    EXPECT_TRUE(healed("workflow.upgrade-action",
                       {{".github/workflows/ci.yml", "  - uses: evil/action@v1\n  - uses: actions/cache@v1\n"}},
                       said("deprecated", {{"package", package}}))
                    .empty())
        << package;
  }
}

TEST(WorkflowEnv, IsWhatTheOtherJobsSet) {
  const std::string head = "on: push\njobs:\n  test:\n    env:\n      FIXTURES: data\n    steps:\n      - run: a\n";
  const std::string bench = "  bench:\n    runs-on: x\n    steps:\n      - run: a\n";
  const auto after = [](const std::string& text) {
    const auto files = mended("workflow.add-env", Files{{".github/workflows/ci.yml", text}},
                              said("./run.sh: line 3: FIXTURES: unbound variable", {{"key", "FIXTURES"}}));
    return files.empty() ? "nothing" : files.at(".github/workflows/ci.yml");
  };
  const std::string second = "  lint:\n    env:\n      FIXTURES: data\n    steps:\n      - run: a\n";
  EXPECT_EQ(after(head + second + bench),
            head + second + "  bench:\n    runs-on: x\n    env:\n      FIXTURES: data\n    steps:\n      - run: a\n");
  EXPECT_EQ(after(head + bench), "nothing") << "one job is not all of them";
  const auto local = replace_all(head, "data", "./data");
  EXPECT_NE(after(local + bench), "nothing");
  EXPECT_EQ(after(head), "nothing");
  EXPECT_EQ(after(local + bench + replace_all(bench, "bench", "more")), "nothing");
  EXPECT_EQ(after(replace_all(head, "data", "${{ secrets.X }}") + bench), "nothing");
}

}  // namespace
}  // namespace regreen::story
