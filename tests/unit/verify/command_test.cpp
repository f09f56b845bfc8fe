#include "verify/command.h"

#include "base/text.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

Diagnosis failed(std::string job, std::string step) {
  Diagnosis one;
  one.job = std::move(job);
  one.step = std::move(step);
  return one;
}

MemoryTree tree_with(const char* path, const std::string& text) { return MemoryTree({{path, {text, false}}}); }

constexpr const char* ci = ".github/workflows/ci.yml";

// What is run, without the comments.
std::string found(const Tree& tree, const std::string& job, const std::string& step) {
  const auto command = find_command(failed(job, step), tree);
  if (!command) return "none: " + command.error().message;
  std::string text;
  for (const auto line : split_lines(command->line)) {
    if (!line.starts_with("#")) text += std::string(line) + "\n";
  }
  return text;
}

std::string told(const Tree& tree, const std::string& job, const std::string& step) {
  const auto command = find_command(failed(job, step), tree);
  std::string text;
  const std::string whole = command ? command->line : "";
  for (const auto line : split_lines(whole)) {
    if (line.starts_with("# ")) text += std::string(line.substr(2)) + "\n";
  }
  return text;
}

constexpr const char* simple = R"(on: push
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

TEST(FindCommand, TakesTheFailedStepOfTheFailedJob) {
  const auto tree = tree_with(ci, simple);
  EXPECT_EQ(found(tree, "test (3.11)", "Run tests"), "export CI=true\nset -e\nmake generate\nmake test\n");
  EXPECT_EQ(found(tree, "test", "Run pip install -r requirements.txt"),
            "export CI=true\nset -e\npip install -r requirements.txt\n");
  EXPECT_EQ(told(tree, "test (3.11)", "Run tests"),
            ".github/workflows/ci.yml, job test (3.11), step Run tests\n"
            "set-up that is left out: Run pip install -r requirements.txt\n");
}

TEST(FindCommand, KnowsAStepByItsNameAndByItsCommand) {
  const auto tree = tree_with(ci, simple);
  EXPECT_EQ(found(tree, "test (3.11)", "Run make generate"), "export CI=true\nset -e\nmake generate\nmake test\n")
      << "as a job's log has it";
}

TEST(FindCommand, LeavesAStepThatNeedsTheForge) {
  EXPECT_EQ(
      found(tree_with(ci, simple), "Ship it", "Run tests"),
      "none: the failed step (.github/workflows/ci.yml, job Ship it, step Run tests) needs ${{ secrets.TOKEN }}, which "
      "only GitHub knows; name a command that proves a repair with --verify");
}

TEST(FindCommand, ElseDoesWhatProjectsDo) {
  EXPECT_EQ(found(tree_with("Makefile", "all:\n\ntest:\n\tx\n"), "", ""), "make test\n");
  EXPECT_EQ(found(tree_with("package.json", "{\"scripts\": {\"test\": \"x\"}}"), "", ""), "npm test\n");
  EXPECT_EQ(found(tree_with("Cargo.toml", ""), "", ""), "cargo test\n");
  EXPECT_TRUE(found(tree_with("README.md", "make test"), "", "").starts_with("none"));
  const MemoryTree both({{ci, {simple, false}}, {"Makefile", {"test:\n\tx\n", false}}});
  EXPECT_EQ(found(both, "Ship it", "Run tests"), "make test\n");
  EXPECT_TRUE(contains(told(both, "Ship it", "Run tests"), "secrets.TOKEN"));
}

TEST(FindCommand, ABrokenWorkflowNamesNone) {
  for (const char* text :
       {"jobs: [\n", "jobs: 5", "- a", "", "jobs: {test: 3}", "jobs: {test: {steps: {a: 1}}}",
        "jobs: {test: {steps: [3, [1]]}}", "jobs: {test: {strategy: {matrix: 7}, steps: [{run: 3}]}}",
        "jobs: {? [a] : {steps: [{run: x}]}}"}) {
    EXPECT_TRUE(found(tree_with(ci, text), "test", "Run tests").starts_with("none")) << text;
  }
}

// One job "test", with a step "Check" at the end.
std::string job_of(const std::string& head, const std::string& job, const std::string& step) {
  return head + "jobs:\n  test:\n" + job + "    steps:\n      - name: Check\n" + step;
}

struct Row {
  const char* what;
  const char *head, *job, *step;
  const char* script;
  const char* told;
};

TEST(FindCommand, RunsItAsItsJobDid) {
  const Row rows[] = {
      {"bash", "", "", "        shell: bash\n        run: a | b\n", "set -eo pipefail\na | b\n", ""},
      {"sh", "", "", "        shell: sh\n        run: a\n",
       "step=$(mktemp)\ncat >\"$step\" <<'END_OF_STEP'\na\nEND_OF_STEP\nsh -e \"$step\"\n", ""},
      {"python", "", "", "        shell: python\n        run: |\n          import os\n",
       "step=$(mktemp)\ncat >\"$step\" <<'END_OF_STEP'\nimport os\nEND_OF_STEP\n\"$(command -v python || command -v "
       "python3)\" \"$step\"\n",
       ""},
      {"a shell of its own", "", "", "        shell: perl {0}\n        run: print 1\n",
       "step=$(mktemp)\ncat >\"$step\" <<'END_OF_STEP'\nprint 1\nEND_OF_STEP\nperl \"$step\"\n", ""},
      {"shell of the workflow", "defaults: {run: {shell: bash}}\n", "", "        run: a\n", "set -eo pipefail\na\n",
       ""},
      {"shell of the job", "defaults: {run: {shell: sh}}\n", "    defaults: {run: {shell: bash}}\n", "        run: a\n",
       "set -eo pipefail\na\n", ""},
      {"folder of the step", "", "    defaults: {run: {working-directory: b}}\n",
       "        working-directory: it's\n        run: a\n", "cd 'it'\\''s'\nset -e\na\n", ""},
      {"folder of the job", "defaults: {run: {working-directory: c}}\n",
       "    defaults: {run: {working-directory: b}}\n", "        run: a\n", "cd b\nset -e\na\n", ""},
      {"folder of the workflow", "defaults: {run: {working-directory: c}}\n", "", "        run: a\n",
       "cd c\nset -e\na\n", ""},
      {"folder below the workspace", "", "", "        working-directory: ${{ github.workspace }}/b c\n        run: a\n",
       "export GITHUB_WORKSPACE=$PWD\ncd \"$GITHUB_WORKSPACE\"'/b c'\nset -e\na\n", ""},
      {"variables, the nearest first", "env: {A: 1, B: x, D: true}\n", "    env: {A: 2, C: \"${{ env.B }}y\"}\n",
       "        env: {A: '3'}\n        run: a\n", "export B=x\nexport D=true\nexport C=xy\nexport A=3\nset -e\na\n",
       ""},
      {"a secret is not there", "", "    env: {KEY: \"${{ secrets.KEY }}\", MODE: fast}\n", "        run: a\n",
       "export MODE=fast\nset -e\na\n", "KEY is not set: it is ${{ secrets.KEY }}\n"},
      {"a name that is none", "", "    env: {\"A;touch x\": 1}\n", "        run: a\n", "set -e\na\n", ""},
      {"files of the runner", "", "", "        run: echo x >> $GITHUB_OUTPUT\n",
       "export GITHUB_OUTPUT=$(mktemp)\nset -e\necho x >> $GITHUB_OUTPUT\n", ""},
      {"an expression", "", "", "        run: echo ${{ runner.os == 'Linux' && 'yes' || 'no' }}\n",
       "set -e\necho yes\n", ""},
      {"another system", "", "    runs-on: macos-14\n", "        run: a\n", "set -e\na\n", "it ran on macOS\n"},
      {"a container with a service", "", "    container: {image: \"rust:1\"}\n    services: {db: {image: pg}}\n",
       "        run: a\n", "set -e\na\n", "it ran in the container rust:1\nit had the service db\n"},
  };
  for (const auto& row : rows) {
    const auto tree = tree_with(ci, job_of(row.head, row.job, row.step));
    EXPECT_EQ(found(tree, "test", "Check"), std::string("export CI=true\n") + row.script) << row.what;
    EXPECT_EQ(told(tree, "test", "Check"), std::string(".github/workflows/ci.yml, job test, step Check\n") + row.told)
        << row.what;
  }
}

TEST(FindCommand, SaysWhyAStepCannotRunHere) {
  struct {
    const char *job, *step, *why;
  } rows[] = {
      {"    runs-on: windows-latest\n", "        run: dir\n", "runs in a shell of Windows"},
      {"", "        shell: pwsh\n        run: dir\n", "runs in a shell of Windows"},
      {"", "        uses: docker/build-push-action@v5\n", "is the action docker/build-push-action@v5"},
      {"", "        run: a ${{ steps.x.outputs.y }}\n", "needs ${{ steps.x.outputs.y }}, which only GitHub knows"},
      {"", "        run: a\n        working-directory: ${{ env.HERE }}\n",
       "needs ${{ env.HERE }}, which only GitHub knows"},
      {"", "        shell: python\n        run: print('${{ github.workspace }}')\n",
       "needs ${{ github.workspace }}, which only GitHub knows"},
  };
  for (const auto& row : rows) {
    const std::string answer = found(tree_with(ci, job_of("", row.job, row.step)), "test", "Check");
    EXPECT_EQ(answer, std::string("none: the failed step (.github/workflows/ci.yml, job test, step Check) ") + row.why +
                          "; name a command that proves a repair with --verify");
  }
}

constexpr const char* matrix = R"(
jobs:
  test:
    name: ${{ matrix.name || 'Tests' }} ${{ matrix.python }} on ${{ matrix.os }}
    strategy:
      matrix:
        python: [3.9, "3.10"]
        os: [ubuntu-22.04, macos-14]
        exclude: [{python: 3.9, os: macos-14}]
        include:
          - {python: "3.10", flag: --slow}
          - {python: 3.13, os: ubuntu-24.04, name: Newest, extra: {deep: [a, b]}}
    steps:
      - name: Check
        run: check ${{ matrix.python }} ${{ matrix.os }} ${{ matrix.flag }} ${{ matrix.extra.deep[1] }}
  plain:
    strategy: {matrix: {python: [3.9, "3.10"], os: [ubuntu-22.04, macos-14], include: [{os: macos-14, flag: -v}]}}
    steps: [{name: Check, run: "check ${{ matrix.python }} ${{ matrix.os }} ${{ matrix.flag }}"}]
  named:
    name: Named job
    strategy: {matrix: {n: [1, 2]}}
    steps: [{run: "check ${{ matrix.n }}"}]
  asked:
    strategy: {matrix: {n: "${{ fromJSON('[1, 2]') }}"}}
    steps: [{run: "check ${{ matrix.n }}"}]
  told:
    strategy: {matrix: "${{ fromJSON(needs.plan.outputs.matrix) }}"}
    steps: [{run: "check ${{ matrix.n }}"}, {name: Same, run: same}]
)";

TEST(FindCommand, FillsInTheMatrixOfTheFailedJob) {
  const auto tree = tree_with(ci, matrix);
  struct {
    const char *job, *step, *line;
  } rows[] = {
      {"Tests 3.9 on ubuntu-22.04", "Check", "check 3.9 ubuntu-22.04  "},
      {"Tests 3.10 on macos-14", "Check", "check 3.10 macos-14 --slow "},
      {"Newest 3.13 on ubuntu-24.04", "Check", "check 3.13 ubuntu-24.04  b"},
      {"plain (3.9, ubuntu-22.04)", "Check", "check 3.9 ubuntu-22.04 "},
      {"plain (3.10, macos-14, -v)", "Check", "check 3.10 macos-14 -v"},
      {"plain (310, ubuntu-2204)", "Check", "check 3.10 ubuntu-22.04 "},  // of a file's name
      {"Named job (2)", "Run check 2", "check 2"},
      {"asked (2)", "Run check 2", "check 2"},
      {"told (7)", "Same", "same"},
  };
  for (const auto& row : rows)
    EXPECT_TRUE(contains(found(tree, row.job, row.step) + "\n", std::string("set -e\n") + row.line + "\n"))
        << row.job << ": " << found(tree, row.job, row.step);
  EXPECT_TRUE(contains(found(tree, "told (7)", "Run check ${{ matrix.n }}"), "matrix.n")) << "only the run knew it";
  EXPECT_TRUE(found(tree, "Tests 3.9 on macos-14", "Check").starts_with("none")) << "it is excluded";
}

TEST(FindCommand, AnchorsInAnchorsAreNotCountedOut) {
  std::string text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 12; ++i) {
    text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [";
    for (int n = 0; n < 10; ++n) text += (n ? ", *a" : "*a") + std::to_string(i - 1);
    text += "]\n";
  }
  text += "jobs: {t: {strategy: {matrix: {n: *a11}}, steps: [{name: C, run: right}]}}";
  EXPECT_TRUE(contains(found(tree_with(ci, text), "t (1)", "C"), "right"));
}

TEST(FindCommand, AMatrixOfIncludesOnlyIsOneJobEach) {
  const auto tree = tree_with(ci,
                              "jobs: {t: {strategy: {matrix: {include: [{a: 1, b: x}, {a: 2, b: y}]}}, steps: [{name: "
                              "C, run: \"c ${{ matrix.b }}\"}]}}");
  EXPECT_TRUE(contains(found(tree, "t (2, y)", "C"), "c y\n"));
}

TEST(FindCommand, LongNamesAreCut) {
  const std::string name =
      "A job whose name is so long that GitHub: Actions / its own log archive cuts it, after ninety characters it is";
  const auto tree =
      tree_with(ci, "jobs: {t: {name: '" + name +
                        "', steps: [{name: C, run: right}]}, u: {name: other, steps: [{name: C, run: wrong}]}}");
  EXPECT_TRUE(contains(
      found(tree, "A job whose name is so long that GitHub Actions  its own log archive cuts it, after ninety", "C"),
      "right"));
}

TEST(FindCommand, OfSeveralStepsTheJobDecides) {
  const auto tree = tree_with(ci,
                              "jobs: {a: {steps: [{name: Test, run: one}]}, b: {steps: [{name: Test, run: two}]}, c: "
                              "{steps: [{name: Test, run: two}]}}");
  EXPECT_EQ(found(tree, "b", "Test"), "export CI=true\nset -e\ntwo\n");
  EXPECT_EQ(found(tree, "", "Test"), "export CI=true\nset -e\none\n");
  EXPECT_TRUE(contains(told(tree, "", "Test"), "3 steps fit what the log says; this is the first"));
  EXPECT_FALSE(contains(told(tree, "b", "Test"), "fit"));
}

TEST(FindCommand, FollowsAReusableWorkflow) {
  const MemoryTree tree({{ci,
                          {"jobs: {all: {name: All, uses: ./.github/workflows/_build.yml, with: {level: high}}, other: "
                           "{uses: o/n/.github/workflows/x.yml@v1}}",
                           false}},
                         {".github/workflows/_build.yml",
                          {"on: {workflow_call: {inputs: {level: {default: low}, mode: {default: quick}}}}\n"
                           "jobs: {build: {strategy: {matrix: {n: [1, 2]}}, steps: [{name: B, run: \"b ${{ "
                           "inputs.level }} ${{ inputs.mode }} ${{ matrix.n }}\"}]}}",
                           false}}});
  EXPECT_TRUE(contains(found(tree, "All / build (2)", "B"), "b high quick 2\n"));
  EXPECT_TRUE(contains(found(tree, "All  build (2)", "B"), "b high quick 2\n")) << "of a file's name";
}

TEST(FindCommand, FollowsAnActionOfTheRepository) {
  const MemoryTree tree(
      {{ci, {"jobs: {t: {env: {A: 1}, steps: [{name: Ours, uses: ./.github/actions/test, with: {level: 3}}]}}", false}},
       {".github/actions/test/action.yml",
        {"inputs: {level: {default: 1}, mode: {default: quick}}\n"
         "runs:\n  using: composite\n  steps:\n"
         "    - {run: prepare, shell: bash}\n"
         "    - {run: never, shell: bash, if: \"${{ inputs.level == '1' }}\"}\n"
         "    - {name: Inner, run: \"test ${{ inputs.level }} ${{ inputs.mode }} ${{ github.action_path }}\", shell: "
         "bash, working-directory: w}\n",
         false}}});
  const std::string inner =
      "export GITHUB_WORKSPACE=$PWD\nexport A=1\ncd w\nset -eo pipefail\ntest 3 quick "
      "$GITHUB_WORKSPACE/.github/actions/test\n";
  EXPECT_EQ(found(tree, "t", "Run test 3 quick $GITHUB_WORKSPACE/.github/actions/test"), "export CI=true\n" + inner);
  EXPECT_EQ(found(tree, "t", "Ours"), "export CI=true\nset -e\n(\nexport A=1\nset -eo pipefail\nprepare\n)\n" + inner)
      << "all of it";
  EXPECT_EQ(found(tree, "t", "Run .githubactionstest"), found(tree, "t", "Ours")) << "of a file's name";
}

TEST(FindCommand, BuildsFirstWhatTheStepNeeds) {
  const auto tree = tree_with(ci, R"(
jobs:
  test:
    env: {CC: gcc}
    steps:
      - run: sudo apt-get install -y ninja-build
      - {name: Configure, run: cmake -B build, if: "${{ always() }}"}
      - {name: Elsewhere, run: cmake -B other, if: runner.os == 'Windows'}
      - {name: Build, run: make, working-directory: build}
      - {name: Count, run: wc -l *}
      - {name: Test, run: ctest}
)");
  EXPECT_EQ(found(tree, "test", "Test"),
            "export CI=true\nset -e\n"
            "(\nexport CC=gcc\nset -e\ncmake -B build\n)\n"
            "(\nexport CC=gcc\ncd build\nset -e\nmake\n)\n"
            "export CC=gcc\nset -e\nctest\n");
  EXPECT_TRUE(
      contains(told(tree, "test", "Test"), "set-up that is left out: Run sudo apt-get install -y ninja-build\n"));
}

TEST(FindCommand, RunsWhatWellKnownActionsRun) {
  EXPECT_EQ(found(tree_with(ci, job_of("", "", "        uses: psf/black@stable\n")), "test", "Check"),
            "black --check .\n");
}

}  // namespace
}  // namespace regreen
