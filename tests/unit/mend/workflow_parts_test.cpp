#include "model/last_commit.h"
#include "story.h"

namespace regreen::story {
namespace {

const std::string workflow = ".github/workflows/ci.yml";
const std::string head = "jobs:\n  a:\n    runs-on: x\n    steps:\n";

std::string mended_with(const std::string& text, const std::string& message, const std::string& past = "") {
  LastCommit commit;
  if (!past.empty()) commit.before[workflow] = past;
  const auto tree = tree_of({{workflow, text}});
  const auto diagnosis = diagnosis_of({said(message, {})});
  for (const auto& row : fixers()) {
    if (row.remedy != "workflow.fix-key") continue;
    const auto patches = row.fix({diagnosis, tree, tables(), commit});
    if (patches.empty()) return "nothing";
    const PatchedTree healed(tree, patches.front());
    EXPECT_TRUE(row.fix({diagnosis, healed, tables(), commit}).empty()) << "not idempotent";
    return patches.front().changes.front().after.value_or("gone");
  }
  return "no fixer";
}

// The steps as they are once GitHub's message about a line of theirs is heeded.
std::string joined(const std::string& steps, std::size_t number, const std::string& past = "") {
  const auto after = mended_with(head + steps,
                                 ".github/workflows/ci.yml (Line: " + std::to_string(number + 4) +
                                     ", Col: 9): Every step must define a 'uses' or 'run' key",
                                 past.empty() ? "" : head + past);
  return after == "nothing" ? after : after.substr(head.size());
}

const std::string checkout = "      - uses: actions/checkout@v4\n", python = "      - uses: actions/setup-python@v5\n";
const std::string version = "      - with:\n          python-version: '3.11'\n", make = "      - run: make\n";

TEST(WorkflowPart, InputsBelongToTheActionThatHasThem) {
  EXPECT_EQ(joined(checkout + python + version + make, 3),
            checkout + python + "        with:\n          python-version: '3.11'\n" + make);
  EXPECT_EQ(joined(checkout + version + python + make, 2),
            checkout + version + "        uses: actions/setup-python@v5\n" + make);
  EXPECT_EQ(joined(checkout + version + make, 2), "nothing") << "the action is gone";
  EXPECT_EQ(joined(python + version + python, 2), "nothing") << "which of the two?";
  const std::string path = "      - with:\n          path: out\n",
                    upload = "      - uses: actions/upload-artifact@v4\n";
  EXPECT_EQ(joined(checkout + path + make, 2), "nothing") << "other actions have a path, too";
  EXPECT_EQ(joined(make + path + replace_all(upload, "upload", "download"), 2), "nothing");
  EXPECT_EQ(joined(make + upload + path, 3), make + upload + "        with:\n          path: out\n") << "it needs one";
  EXPECT_EQ(joined(replace_all(python, "actions/", "acme/") + version + make, 2), "nothing")
      << "nobody knows its inputs";
  EXPECT_EQ(joined(python + "        with:\n          cache: pip\n" + version, 4), "nothing") << "it has some";
}

TEST(WorkflowPart, IsJoinedAsItWasBefore) {
  const auto acme = replace_all(python, "actions/", "acme/");
  const auto whole = acme + "        with:\n          python-version: '3.11'\n";
  EXPECT_EQ(joined(acme + version + make, 2, whole + make), whole + make);
  EXPECT_EQ(joined(checkout + version + make, 2, checkout + whole + make), "nothing") << "a line is lost";
  EXPECT_EQ(joined(make + "      - if: success()\n" + "      - run: ship\n", 2,
                   make + "      - if: success()\n        run: ship\n"),
            make + "      - if: success()\n        run: ship\n");
  EXPECT_EQ(joined(make + "      - if: success()\n" + "      - run: ship\n", 2), "nothing");
}

TEST(WorkflowPart, ANameStandsAboveItsStep) {
  const std::string name = "      - name: Build\n";
  EXPECT_EQ(joined(checkout + name + make, 2), checkout + name + "        run: make\n");
  EXPECT_EQ(joined(checkout + name + "\n" + make, 2), "nothing") << "the line between them parts them";
  EXPECT_EQ(joined(checkout + name + "      - name: Test\n        run: make\n", 2), "nothing");
  EXPECT_EQ(joined(checkout + name, 2), "nothing");
  EXPECT_EQ(joined(checkout + name + make, 2, checkout + name + "        run: make all\n" + make), "nothing")
      << "its script is lost";
}

TEST(WorkflowPart, VariablesBelongToTheScriptThatAsksForThem) {
  const std::string env = "      - env:\n          TAG: v1\n", ship = "      - run: ship \"$TAG\"\n";
  EXPECT_EQ(joined(make + env + ship, 2), make + env + "        run: ship \"$TAG\"\n");
  EXPECT_EQ(joined(ship + env + make, 2), ship + "        env:\n          TAG: v1\n" + make);
  EXPECT_EQ(joined(ship + env + ship, 2), "nothing");
  EXPECT_EQ(joined(make + env + replace_all(ship, "TAG", "TAGS"), 2), "nothing");
}

TEST(WorkflowPart, OfOneKindAreTwoStepsWhereBothHaveNames) {
  const std::string message = ".github/workflows/ci.yml (Line: 8, Col: 9): 'run' is already defined";
  const std::string both = "      - name: A\n        run: a\n        name: B\n        run: b\n";
  EXPECT_EQ(mended_with(head + both, message), head + replace_all(both, "        name: B", "      - name: B"));
  EXPECT_EQ(mended_with(head + checkout + "      - run: a\n        shell: sh\n        run: b\n", message), "nothing")
      << "which holds?";
}

TEST(WorkflowPart, InputsOfTheJobAreThoseOfItsLastStep) {
  const auto after = [](const std::string& steps, const std::string& past = "") {
    return mended_with(head + steps, ".github/workflows/ci.yml (Line: 6, Col: 5): Unexpected value 'with'", past);
  };
  const std::string inputs = "    with:\n      python-version: '3.11'\n  b:\n    steps: []\n";
  const std::string right = "        with:\n          python-version: '3.11'\n  b:\n    steps: []\n";
  EXPECT_EQ(after(python + inputs), head + python + right);
  EXPECT_EQ(after(replace_all(python, "      -", "    -") + inputs),
            head + replace_all(python, "      -", "    -") +
                "      with:\n        python-version: '3.11'\n  b:\n    steps: []\n");
  EXPECT_EQ(after(checkout + inputs), "nothing") << "the action is lost";
  EXPECT_EQ(after(make + inputs), "nothing");
  EXPECT_EQ(
      after(replace_all(python, "actions/", "acme/") + inputs, head + replace_all(python, "actions/", "acme/") + right),
      head + replace_all(python, "actions/", "acme/") + right);
  EXPECT_EQ(after(python + inputs, head + "      - uses: acme/py@v1\n" + right), "nothing") << "it was another one's";
}

TEST(WorkflowKey, IsCorrectedWhereTheMessagePoints) {
  const auto after = [](const std::string& text, std::size_t number, const std::string& word) {
    return mended_with(text, ".github/workflows/ci.yml (Line: " + std::to_string(number) +
                                 ", Col: 1): Unexpected value '" + word + "'");
  };
  const std::string job =
      "  a:\n    runs-on: x\n    steps:\n      - uses: y\n        with:\n          working_directory: z\n";
  const std::string step = "      - run: make\n        working_directory: b\n";
  EXPECT_EQ(after("jobs:\n" + job + step, 9, "working_directory"), "jobs:\n" + job + replace_all(step, "g_", "g-"));
  EXPECT_EQ(after("onn: push\njobs:\n" + job, 1, "onn"), "on: push\njobs:\n" + job);
  EXPECT_EQ(after("jobs:\n" + replace_all(job, "steps", "step"), 4, "step"), "jobs:\n" + job);
  EXPECT_EQ(after("jobs:\n" + replace_all(job, "runs-on", "runsOn"), 3, "runsOn"), "jobs:\n" + job);
  EXPECT_EQ(after("jobs:\n" + job + "      - run: make\n        input: b\n", 9, "input"), "nothing")
      << "a step has no inputs";
  EXPECT_EQ(after("jobs:\n" + job + "docs:\n  runs-on: x\n", 8, "docs"), "nothing") << "a job that stands too far left";
  EXPECT_EQ(after("jobs:\n" + job + step + "        runs: test\n", 10, "runs"), "nothing")
      << "it runs something already";
}

TEST(WorkflowRunner, IsGivenWhereTheFileTellsWhich) {
  const auto after = [](const std::string& text, const std::string& past = "") {
    return mended_with(text, ".github/workflows/ci.yml (Line: 2, Col: 3): Required property is missing: runs-on", past);
  };
  const std::string a = "jobs:\n  a:\n    steps: []\n", b = "  b:\n    runs-on: ubuntu-22.04\n",
                    c = "  c:\n    runs-on: macos-14\n";
  const auto with = [&](const std::string& runner) {
    return "jobs:\n  a:\n    runs-on: " + runner + "\n    steps: []\n";
  };
  EXPECT_EQ(after(a + b), with("ubuntu-22.04") + b);
  EXPECT_EQ(after(a + b + c), "nothing") << "which of the two?";
  EXPECT_EQ(after(a + b + c, with("macos-14") + b), with("macos-14") + b + c);
  EXPECT_EQ(after(replace_all(a, "[]", "[{run: xcodebuild}]") + b), "nothing");
  EXPECT_EQ(after(replace_all(a, "steps: []", "name: test on windows\n    steps: []") + b), "nothing");
  EXPECT_EQ(after(replace_all(a, "steps: []", "with: {os: x}") + b), "nothing") << "its workflow is lost";
}

TEST(WorkflowRunner, IsNotForAJobThatCallsAWorkflow) {
  const auto after = [](const std::string& called, const std::string& runner) {
    const Files files = {
        {workflow, "jobs:\n  a:\n    uses: " + called + "\n    runs-on: x\n  b:\n    runs-on: y\n"},
        {".github/workflows/own.yml", "on: workflow_call\njobs:\n  a:\n    runs-on: " + runner + "\n"}};
    const auto changed =
        mended("workflow.fix-key", files, said(workflow + " (Line: 4, Col: 5): Unexpected value 'runs-on'", {}));
    return changed.empty() ? "nothing" : changed.at(workflow);
  };
  const std::string own = "./.github/workflows/own.yml";
  EXPECT_EQ(after(own, "z"), "jobs:\n  a:\n    uses: " + own + "\n  b:\n    runs-on: y\n");
  EXPECT_EQ(after(own, "${{ inputs.runner }}"), "nothing") << "it was meant for that";
  EXPECT_EQ(after("acme/own/.github/workflows/ci.yml@v1", "z"), "nothing") << "nobody can read it";
}

}  // namespace
}  // namespace regreen::story
