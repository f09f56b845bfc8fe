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

TEST(WorkflowPart, InputsOfManyActionsTellNothing) {
  const auto inputs = [](const std::string& names) { return "      - with:\n" + names; };
  const std::string ref = inputs("          ref: release\n"), path = inputs("          path: out\n");
  const std::string upload = "      - uses: actions/upload-artifact@v4\n", cache = "      - uses: actions/cache@v4\n";
  EXPECT_EQ(joined(checkout + ref + make, 2), "nothing") << "of a deployment that is lost";
  EXPECT_NE(joined(checkout + inputs("          ref: a\n          fetch-depth: 0\n") + make, 2), "nothing");
  EXPECT_EQ(joined(upload + path + replace_all(upload, "upload", "download"), 2), "nothing") << "both have a path";
  EXPECT_EQ(joined(cache + path + make, 2), "nothing") << "it needs a key, too";
  EXPECT_NE(joined(cache + inputs("          path: out\n          key: a\n") + make, 2), "nothing");
  EXPECT_EQ(joined(replace_all(python, "actions/", "acme/") + version + python, 2), "nothing")
      << "the one above may have it";
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

TEST(WorkflowPart, ANameOfAnotherDeedIsOfAnotherStep) {
  const auto named = [](const std::string& name, const std::string& step) {
    return joined(checkout + "      - name: " + name + "\n      - " + step + "\n", 2) != "nothing";
  };
  EXPECT_FALSE(named("Run the linters", "run: ./deploy.sh"));
  EXPECT_FALSE(named("Deploy", "uses: actions/setup-node@v4"));
  EXPECT_TRUE(named("Install", "run: npm ci"));
  EXPECT_TRUE(named("Build and test", "run: make test"));
  EXPECT_TRUE(named("Latest news", "run: ./publish.sh"));
}

TEST(WorkflowPart, WhatHasMoreKeysHadAScriptOfItsOwn) {
  const std::string name = "      - name: Deploy\n";
  for (const auto* key :
       {"if: success()", "working-directory: docs", "shell: sh", "id: ship", "continue-on-error: true"}) {
    const auto more = name + "        " + key + "\n";
    EXPECT_EQ(joined(checkout + more + make, 2), "nothing") << key;
    EXPECT_EQ(joined(checkout + more + make, 2, checkout + more + "        run: make\n"),
              checkout + more + "        run: make\n");
  }
  for (const auto* key : {"if: success()", "working-directory: docs", "shell: sh"})
    EXPECT_EQ(joined(checkout + "      - " + key + "\n" + make, 2), "nothing") << key;
}

TEST(WorkflowPart, VariablesBelongToTheScriptThatAsksForThem) {
  const std::string env = "      - env:\n          TAG: v1\n", ship = "      - run: ship \"$TAG\"\n";
  EXPECT_EQ(joined(make + env + ship, 2), make + env + "        run: ship \"$TAG\"\n");
  EXPECT_EQ(joined(ship + env + make, 2), ship + "        env:\n          TAG: v1\n" + make);
  EXPECT_EQ(joined(ship + env + ship, 2), "nothing");
  EXPECT_EQ(joined(make + env + replace_all(ship, "TAG", "TAGS"), 2), "nothing");
  EXPECT_EQ(joined(make + env + "          DAY: monday\n" + ship, 2), "nothing") << "of a script that is lost";
  EXPECT_EQ(joined("      - run: echo TAG=v0 >> $GITHUB_ENV\n" + env + ship, 2), "nothing") << "it has one";
}

// The steps as they are once a step is said to be two.
std::string parted(const std::string& steps, const std::string& past = "") {
  const auto after =
      mended_with(head + steps, workflow + " (Line: 6, Col: 9): There's not enough info to determine what you meant",
                  past.empty() ? "" : head + past);
  return after == "nothing" ? after : after.substr(head.size());
}

TEST(WorkflowPart, UsesAndRunAreTwoStepsWhereNothingElseStandsThere) {
  const std::string name = "      - name: Node\n", node = "        uses: actions/setup-node@v4\n",
                    inputs = "        with:\n          node-version: 20\n", run = "        run: npm ci\n",
                    step = "      - run: npm ci\n";
  EXPECT_EQ(parted(name + node + run), name + node + step);
  EXPECT_EQ(parted(name + node + inputs + run), name + node + inputs + step);
  EXPECT_EQ(parted("      - run: npm ci\n" + node + inputs),
            "      - run: npm ci\n      - uses: actions/setup-node@v4\n" + inputs);
  EXPECT_EQ(parted(name + node + run + inputs), "nothing") << "GitHub knows no inputs of a script";
  EXPECT_EQ(parted(name + replace_all(node, "actions/setup-node", "acme/deploy") + run), "nothing")
      << "one may stand for the other";
  for (const auto* key :
       {"if: failure()", "id: a", "env: {A: b}", "continue-on-error: true", "timeout-minutes: 5", "shell: sh"}) {
    const auto more = std::string("        ") + key + "\n";
    EXPECT_EQ(parted(name + more + node + run), "nothing") << key;
    EXPECT_EQ(parted(name + node + more + run), "nothing") << key;
    EXPECT_EQ(parted(name + node + run + more), "nothing") << key;
  }
}

TEST(WorkflowPart, AreTwoStepsAsBefore) {
  const std::string node = "      - uses: actions/setup-node@v4\n", both = "        if: failure()\n        run: make\n";
  const std::string apart = "      - if: failure()\n        run: make\n";
  EXPECT_EQ(parted(node + both, node + apart), node + apart);
  EXPECT_EQ(parted(node + both, node + make), "nothing") << "the condition is new";
  EXPECT_EQ(parted(node + both, apart + node), "nothing") << "in another order";
  const std::string a = "      - name: A\n        run: a\n", b = "      - name: B\n        run: b\n";
  EXPECT_EQ(parted(a + replace_all(b, "- name", "  name"), a + b), a + b);
  EXPECT_EQ(parted(a + replace_all(b, "- name", "  name")), "nothing") << "one may be what is left of the other";
  EXPECT_EQ(parted(a + replace_all(b, "- name", "  name"), a), "nothing");
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

TEST(WorkflowKey, OfFewLettersIsNearTooMany) {
  const auto after = [](const std::string& step, const std::string& job = "") {
    const auto& said = step.empty() ? job : step;
    const auto word = said.substr(0, said.find(':'));
    const auto text = "jobs:\n  a:\n" + (job.empty() ? "" : "    " + job + "\n") + "    steps:\n      - name: x\n" +
                      (step.empty() ? "        run: y\n" : "        " + step + "\n");
    const auto done = mended_with(
        text, workflow + " (Line: " + (step.empty() ? "3" : "5") + ", Col: 5): Unexpected value '" + word + "'");
    return done != "nothing";
  };
  for (const auto* key :
       {"id: main", "id: true", "iff: always()", "of: a", "uses: a", "use: ./.github/workflows/a.yml"})
    EXPECT_FALSE(after("", key)) << key;
  for (const auto* key : {"in: a", "is: b", "user: root", "use: root", "rum: make", "ref: main"})
    EXPECT_FALSE(after(key)) << key;
  EXPECT_TRUE(after("use: actions/checkout@v4"));
  EXPECT_TRUE(after("runn: make"));
}

TEST(WorkflowLabel, OfAnotherNumberIsAnotherOne) {
  const auto after = [](const std::string& label) {
    return mended_with("jobs:\n  a:\n    runs-on: " + label + "\n", "label \"" + label + "\" is unknown") != "nothing";
  };
  for (const auto* label : {"macos-15", "ubuntu-26.04", "windows-2025", "ubuntu-24.10"})
    EXPECT_FALSE(after(label)) << label;
  EXPECT_TRUE(after("ubunut-22.04"));
  EXPECT_TRUE(after("ubuntu-lates"));
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
  const auto d = replace_all(b, "b:", "d:");
  EXPECT_EQ(after(a + b + d), with("ubuntu-22.04") + b + d);
  EXPECT_EQ(after(a + b), "nothing") << "one is no custom";
  EXPECT_EQ(after(a + b + d + c), "nothing") << "which of the two?";
  EXPECT_EQ(after(a + b + c, with("macos-14") + b), with("macos-14") + b + c);
  for (const auto* runner : {"[self-hosted, production]", "self-hosted", "windows-2022", "macos-14", "ubuntu-24.04-arm",
                             "\n      group: large", "${{ vars.RUNNER }}", "ubuntu-latest-16-cores"}) {
    const auto others = replace_all(b + d, "ubuntu-22.04", runner);
    EXPECT_EQ(after(a + others), "nothing") << runner;
    EXPECT_EQ(after(a + b + d + replace_all(c, "macos-14", runner)), "nothing") << runner;
  }
  EXPECT_EQ(after(a + c + d, with("self-hosted")), with("self-hosted") + c + d);
  for (const auto* runner : {"\n      - self-hosted", "${{ inputs.runner }}", "# by hand"})
    EXPECT_EQ(after(a + b + d, with(runner)), "nothing") << runner;
  for (const auto* steps : {"[{run: xcodebuild}]", "[{run: ./build.ps1}]", "[{run: make arm64}]"})
    EXPECT_EQ(after(replace_all(a, "[]", steps) + b + d), "nothing") << steps;
  for (const auto* key : {"name: test on windows", "environment: production", "strategy: {matrix: {os: [a, b]}}"})
    EXPECT_EQ(after(replace_all(a, "    steps", "    " + std::string(key) + "\n    steps") + b + d), "nothing") << key;
  EXPECT_EQ(after(replace_all(a, "steps: []", "with: {os: x}") + b + d), "nothing") << "its workflow is lost";
}

TEST(WorkflowRunner, IsOfTheOtherWorkflowsWhereItsOwnSaysTooLittle) {
  const auto after = [](const std::string& own, const std::string& other) {
    const Files files = {{workflow, "jobs:\n  a:\n    steps: []\n" + own},
                         {".github/workflows/other.yml", "jobs:\n" + other}};
    const auto changed = mended("workflow.fix-key", files,
                                said(workflow + " (Line: 2, Col: 3): Required property is missing: runs-on", {}));
    return changed.empty() ? "nothing" : std::string(between(changed.at(workflow), "runs-on: ", "\n"));
  };
  const std::string b = "  b:\n    runs-on: ubuntu-22.04\n", c = "  c:\n    runs-on: self-hosted\n";
  EXPECT_EQ(after(b, replace_all(b, "ubuntu-22.04", "'ubuntu-22.04'")), "ubuntu-22.04");
  EXPECT_EQ(after("", b + replace_all(b, "b:", "d:")), "ubuntu-22.04");
  EXPECT_EQ(after("", "  b:\n    uses: acme/a/.github/workflows/a.yml@v1\n"), "ubuntu-latest");
  EXPECT_EQ(after(b, c), "nothing");
  EXPECT_EQ(after("", c), "nothing");
  EXPECT_EQ(after(b + replace_all(b, "b:", "d:"), c), "ubuntu-22.04");
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
