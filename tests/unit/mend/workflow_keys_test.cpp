#include "story.h"

namespace regreen::story {
namespace {

const std::string workflow = ".github/workflows/ci.yml";

std::string mended_workflow(std::string_view remedy, const std::string& text, Occurrence occurrence,
                            Files others = {}) {
  others[workflow] = text;
  const auto after = mended(remedy, others, std::move(occurrence));
  return after.contains(workflow) ? after.at(workflow) : "nothing";
}

TEST(WorkflowKey, IsSpeltAsGitHubKnowsIt) {
  EXPECT_EQ(mended_workflow("workflow.fix-key", "jobs:\n  a:\n    run-on: x\n    steps:\n      - working-dir: b\n",
                            said("ci.yml (Line: 3, Col: 5): Unexpected value 'run-on'", {})),
            "jobs:\n  a:\n    runs-on: x\n    steps:\n      - working-dir: b\n");
  EXPECT_EQ(
      mended_workflow("workflow.fix-key", "jobs:\n  a:\n    steps:\n      - working-dir: b\n        run: run-on\n",
                      said("ci.yml (Line: 4, Col: 9): Unexpected value 'working-dir'", {})),
      "jobs:\n  a:\n    steps:\n      - working-directory: b\n        run: run-on\n");
  EXPECT_EQ(mended_workflow("workflow.fix-key", "jobs:\n  a:\n    frobnicate: 1\n",
                            said("Unexpected value 'frobnicate'", {})),
            "nothing");
}

TEST(WorkflowNeed, IsTheJobThatIsMeant) {
  const auto after = [](const std::string& jobs, const std::string& needs) {
    return mended_workflow("workflow.fix-key", "jobs:\n" + jobs + "  ship:\n    needs: " + needs + "\n",
                           said("ci.yml: Job 'ship' depends on unknown job 'unit-test'.", {}));
  };
  const std::string lint = "  lint:\n    steps: []\n", tests = "  unit-tests:\n    steps: []\n";
  EXPECT_EQ(after(lint + tests, "[lint, unit-test]"),
            "jobs:\n" + lint + tests + "  ship:\n    needs: [lint, unit-tests]\n");
  EXPECT_EQ(after(lint + "  unit-testa:\n    steps: []\n  unit-testb:\n    steps: []\n", "unit-test"), "nothing")
      << "which of the two?";
  EXPECT_EQ(after(lint + tests, "[unit-tests, unit-test]"), "nothing") << "it waits for it already";
}

TEST(WorkflowNeed, IsAJobOfALongerNameOnlyWhereSomethingSaysSo) {
  const auto after = [](const std::string& text, const std::string& word) {
    return mended_workflow("workflow.fix-key", "jobs:\n" + text,
                           said("ci.yml: Job 'ship' depends on unknown job '" + word + "'.", {}));
  };
  const auto ship = [](const std::string& needs, const std::string& asks = "") {
    return "  ship:\n    needs: [" + needs + "]\n" + asks;
  };
  const auto job = [](const std::string& name) { return "  " + name + ":\n    steps: []\n"; };
  EXPECT_EQ(after(job("build-docs") + ship("build"), "build"), "nothing") << "ships without a build";
  EXPECT_EQ(after(job("build-tests") + ship("build"), "build"), "nothing");
  EXPECT_EQ(after(job("slow-unit") + ship("unit"), "unit"), "nothing");
  EXPECT_EQ(after(job("unit-tests") + ship("unit"), "unit"), "jobs:\n" + job("unit-tests") + ship("unit-tests"));
  EXPECT_EQ(after(job("build_job") + ship("build"), "build"), "jobs:\n" + job("build_job") + ship("build_job"));
  const std::string asks = "    if: needs.build.outputs.tag && needs['build'].outputs.day\n";
  const std::string tag = "    outputs:\n      tag: ${{ a }}\n", day = "      day: ${{ b }}\n";
  EXPECT_EQ(after(job("build-all") + tag + ship("build", asks), "build"), "nothing");
  EXPECT_EQ(after(job("build-all") + tag + day + ship("build", asks), "build"),
            "jobs:\n" + job("build-all") + tag + day + ship("build-all", replace_all(asks, "build", "build-all")));
}

TEST(WorkflowNeed, IsAskedByItsNameWhereItIsWaitedFor) {
  const std::string unit = "jobs:\n  units:\n    steps: []\n", asks = "    if: needs.unit.result\n";
  const auto after = [&](const std::string& jobs) {
    return mended_workflow("workflow.fix-key", unit + jobs, said("ci.yml: Job 'a' depends on unknown job 'unit'.", {}));
  };
  const std::string other = "  other:\n" + asks, both = "  both:\n    needs:\n    - units\n    - unit\n" + asks;
  EXPECT_EQ(after("  a:\n    needs: unit # unit\n" + asks + other + both),
            unit + "  a:\n    needs: units # unit\n    if: needs.units.result\n" + other + both);
  EXPECT_EQ(after(other + both), "nothing");
  EXPECT_EQ(after("  unit:\n    steps: []\n  a:\n    needs: unit\n"), "nothing") << "it is there";
}

TEST(WorkflowNeed, IsNoNeighbourOfASeriesAndNotItself) {
  EXPECT_EQ(mended_workflow("workflow.fix-key", "jobs:\n  test-1:\n    steps: []\n  ship:\n    needs: test-2\n",
                            said("ci.yml: Job 'ship' depends on unknown job 'test-2'.", {})),
            "nothing");
  EXPECT_EQ(mended_workflow("workflow.fix-key", "jobs:\n  package:\n    needs: packages\n",
                            said("ci.yml: Job 'package' depends on unknown job 'packages'.", {})),
            "nothing");
}

TEST(WorkflowKey, GivesAJobARunner) {
  const auto given = [](const std::string& jobs) {
    return mended_workflow("workflow.fix-key", "jobs:\n" + jobs, said("Required property is missing: runs-on", {}));
  };
  const std::string others = "  b:\n    runs-on: ubuntu-22.04\n  c:\n    runs-on: ubuntu-22.04\n";
  EXPECT_EQ(given("  a:\n    steps: []\n" + others),
            "jobs:\n  a:\n    runs-on: ubuntu-22.04\n    steps: []\n" + others);
  const std::string steps = "    steps:\n      - name: x\n        uses: y\n        with:\n          runs-on: z\n";
  EXPECT_EQ(given("  a:\n\n    # why\n" + steps), "jobs:\n  a:\n    runs-on: ubuntu-latest\n\n    # why\n" + steps)
      << "what stands in a step is none of the job's keys";
}

TEST(WorkflowVersion, IsQuotedWhereYamlShortensIt) {
  EXPECT_EQ(
      mended_workflow("workflow.fix-version", "python: [3.8, 3.10]\nother: 3.1\n", said("x", {{"actual", "3.1"}})),
      "python: ['3.8', '3.10']\nother: 3.1\n");
  EXPECT_EQ(mended_workflow("workflow.fix-version", "python-version: '3.10'\n", said("x", {{"actual", "3.1"}})),
            "nothing");
}

TEST(WorkflowVariable, ComesFromTheExample) {
  const Files example = {{".env.example", "APP_REGION=eu-west-1\nAPP_TOKEN=abc\n"}};
  EXPECT_EQ(mended_workflow("workflow.add-env", "jobs:\n  a:\n    steps:\n      - run: x\n",
                            said("x", {{"key", "APP_REGION"}}), example),
            "jobs:\n  a:\n    env:\n      APP_REGION: eu-west-1\n    steps:\n      - run: x\n");
  EXPECT_EQ(mended_workflow("workflow.add-env", "jobs:\n  a:\n    steps:\n      - run: x\n",
                            said("x", {{"key", "APP_TOKEN"}}), example),
            "nothing");
}

TEST(WorkflowVariable, KeepsTheLineEnds) {
  const std::string text = "jobs:\n  a:\n    env:\n      B: c\n    steps:\n      - run: x\n";
  EXPECT_EQ(mended_workflow("workflow.add-env", replace_all(text, "\n", "\r\n"), said("x", {{"key", "APP_REGION"}}),
                            {{".env.example", "APP_REGION=eu-west-1\n"}}),
            replace_all(replace_all(text, "env:\n", "env:\n      APP_REGION: eu-west-1\n"), "\n", "\r\n"));
}

TEST(Docker, WritesListsAndPortsRight) {
  const auto after =
      mended("docker.fix-instruction",
             Files{{"Dockerfile",
                    "FROM a builder\nRUN make && \\\n    make install &&\nFROM b\nCOPY --from=build /x /y\n"
                    "EXPOSE 80:8080\nCMD ['a', 'b']\n"}},
             said("dockerfile parse error on line 1: FROM requires either one or three arguments", {}));
  ASSERT_TRUE(after.contains("Dockerfile"));
  EXPECT_EQ(after.at("Dockerfile"),
            "FROM a AS builder\nRUN make && \\\n    make install\nFROM b\nCOPY --from=build /x /y\nEXPOSE 8080\nCMD "
            "[\"a\", \"b\"]\n");
}

TEST(Docker, LetsThroughWhatIsCopied) {
  const Files files = {
      {"Dockerfile", "FROM a\nCOPY requirements.txt /\n"}, {".dockerignore", "*.txt"}, {"requirements.txt", "a\n"}};
  const auto after = mended("docker.let-copy", files, said("x", {{"path", "/requirements.txt"}}));
  ASSERT_TRUE(after.contains(".dockerignore"));
  EXPECT_EQ(after.at(".dockerignore"), "*.txt\n!requirements.txt\n");
}

TEST(WorkflowExpression, IsSpeltAsWhatThereIs) {
  const std::string text = "on: push\njobs:\n  a:\n    steps:\n      - run: echo pyhton ${{ matrix.pyhton }}\n";
  const auto after = [&](const std::string& line) {
    const auto files = mended("workflow.fix-key", Files{{".github/workflows/ci.yml", text}},
                              said(line, {{"file", ".github/workflows/ci.yml"}, {"line", "5"}}));
    return files.empty() ? "nothing" : files.at(".github/workflows/ci.yml");
  };
  EXPECT_EQ(after("property \"pyhton\" is not defined in object type {os: string; python: number} [expression]"),
            replace_all(text, "matrix.pyhton", "matrix.python"));
  EXPECT_EQ(after("property \"pyhton\" is not defined in object type {os: string} [expression]"), "nothing");
}

TEST(WorkflowStep, UsesAndRunAreTwoSteps) {
  const auto after = [](const std::string& text) {
    const auto files = mended(
        "workflow.fix-key", Files{{".github/workflows/ci.yml", text}},
        said(".github/workflows/ci.yml (Line: 4, Col: 9): There's not enough info to determine what you meant. Add "
             "one of these properties: run, shell, uses, with, working-directory",
             {}));
    return files.empty() ? "nothing" : files.at(".github/workflows/ci.yml");
  };
  const std::string head =
      "jobs:\n  a:\n    steps:\n      - uses: actions/checkout@v4\n        with:\n          fetch-depth: 0\n";
  EXPECT_EQ(after(head + "        run: make\n"), head + "      - run: make\n");
  EXPECT_EQ(after(head + "        name: Build\n        run: make\n"),
            head + "      - name: Build\n        run: make\n");
  EXPECT_EQ(after(head + "      - run: make\n"), "nothing");
}

}  // namespace
}  // namespace regreen::story
