// Steps that know nothing of each other's shells, and matrices that test what nobody supports.

#include "story.h"

namespace regreen::story {
namespace {

const std::string workflow = ".github/workflows/ci.yml";

std::string steps(const std::string& text) {
  return "on: push\njobs:\n  ship:\n    runs-on: ubuntu-22.04\n    steps:\n" + text;
}

std::string handed(const std::string& text, Files others = {}) {
  others[workflow] = steps(text);
  const auto after = mended("workflow.hand-over-variable", others,
                            said("./ci/pack.sh: line 5: TAG: unbound variable", {{"key", "TAG"}}));
  return after.contains(workflow) ? after.at(workflow) : "nothing";
}

TEST(HandOver, BelowTheExport) {
  EXPECT_EQ(
      handed("      - name: Tag\n        run: |\n          export TAG=\"$(cat VERSION)\"\n          echo $TAG\n\n"
             "      - run: ./ci/pack.sh\n",
             {{"ci/pack.sh", "echo $TAG\n"}}),
      steps("      - name: Tag\n        run: |\n          export TAG=\"$(cat VERSION)\"\n"
            "          echo \"TAG=$TAG\" >> \"$GITHUB_ENV\"\n          echo $TAG\n\n      - run: ./ci/pack.sh\n"));
  EXPECT_EQ(
      handed("      - run: export TAG=$(git describe)\n      - run: make TAG=${TAG}\n"),
      steps("      - run: |\n          export TAG=$(git describe)\n          echo \"TAG=$TAG\" >> \"$GITHUB_ENV\"\n"
            "      - run: make TAG=${TAG}\n"));
}

TEST(HandOver, InEveryBranch) {
  const std::string used = "      - run: echo $TAG\n", add = "            echo \"TAG=$TAG\" >> \"$GITHUB_ENV\"\n";
  const auto branches = [&](const std::string& more) {
    return "      - run: |\n          if x; then\n            TAG=a\n" + more +
           "          else\n            TAG='b c'  # or\n" + more + "          fi\n" + used;
  };
  EXPECT_EQ(handed(branches("")), steps(branches(add)));
  const auto arms = [&](const std::string& more) {
    return "      - run: |\n          case $x in\n          main)\n            TAG=a\n" + more +
           "            ;;\n          *)\n            TAG=b\n" + more + "            ;;\n          esac\n" + used;
  };
  EXPECT_EQ(handed(arms("")), steps(arms(add)));
  const std::string given = "      - run: |\n          TAG=a\n";
  EXPECT_EQ(handed(given + "          case $x in\n            main) TAG=b ;;\n          esac\n" + used), "nothing");
  EXPECT_EQ(handed(given + "          if x; then TAG=b; fi\n" + used), "nothing");
  EXPECT_NE(handed(given + "          make TAG=$TAG\n" + used), "nothing");
}

TEST(HandOver, OnlyByAShellThatIsKnown) {
  const std::string given = "    steps:\n      - run: export TAG=1\n      - run: echo $TAG\n";
  const auto in = [&](const std::string& job, const std::string& top = "") {
    const auto after = mended("workflow.hand-over-variable", Files{{workflow, top + "jobs:\n  ship:\n" + job + given}},
                              said("TAG: unbound variable", {{"key", "TAG"}}));
    return after.contains(workflow) ? "something" : "nothing";
  };
  const std::string linux = "    runs-on: ubuntu-22.04\n";
  EXPECT_EQ(in(linux), "something");
  EXPECT_EQ(in("    runs-on:\n      - self-hosted\n      - windows\n"), "nothing");
  EXPECT_EQ(in("    runs-on: ${{ inputs.on }}\n"), "nothing");
  EXPECT_EQ(in("    defaults:\n      run:\n        shell: pwsh\n" + linux), "nothing");
  EXPECT_EQ(in(linux, "defaults:\n  run:\n    shell: pwsh\n"), "nothing");
  EXPECT_EQ(in("    runs-on: windows-2022\n", "defaults: { run: { shell: bash } }\n"), "something");
}

TEST(HandOver, NothingThatASecretMayBeIn) {
  const std::string exported = "      - run: export TAG=\"Bearer $T\"\n", used = "      - run: echo $TAG\n";
  const std::string env = "        env:\n          T: ${{ secrets.T }}\n";
  EXPECT_EQ(handed(exported + env + used), "nothing");
  EXPECT_NE(handed(exported + used + env), "nothing");  // of another step
  EXPECT_EQ(handed(exported + used + "    env:\n      T: ${{ secrets.T }}\n"), "nothing");
  EXPECT_EQ(handed(exported + used + "env:\n  T: ${{ secrets['T'] }}\n"), "nothing");
  EXPECT_NE(handed(exported + used + "  next:\n    env:\n      T: ${{ secrets.T }}\n"), "nothing");
}

TEST(HandOver, OnlyWhatALaterStepMisses) {
  const std::string exported = "      - run: export TAG=1\n", used = "      - run: echo $TAG\n";
  EXPECT_NE(handed(exported + used), "nothing");
  EXPECT_EQ(handed(exported), "nothing");
  EXPECT_EQ(handed(used + exported), "nothing");
  EXPECT_EQ(handed(exported + "      - run: echo $TAGS_OF_OTHERS | true\n"), "nothing");
  EXPECT_EQ(handed(exported + "      - run: |\n          TAG=2\n          echo $TAG\n"), "nothing");
  EXPECT_EQ(handed("      - run: TAG=1 make\n" + used), "nothing");
  EXPECT_EQ(handed("      - run: export TAG=1\n        shell: pwsh\n" + used), "nothing");
  EXPECT_EQ(handed("      - run: export TAG=${{ secrets.TAG }}\n" + used), "nothing");
  EXPECT_EQ(handed("      - env:\n          TAG: 1\n        run: make\n" + exported + used), "nothing");
  EXPECT_EQ(handed("      - run: \"export TAG=1\"\n" + used), "nothing");
  EXPECT_EQ(handed(exported + "  next:\n    runs-on: x\n    steps:\n" + used), "nothing");
}

// ---- versions that are gone ----

std::string dropped(const std::string& text, const std::string& version, const std::string& metadata) {
  const auto head = "steps:\n  - uses: actions/setup-python@v5\n";
  const auto after =
      mended("workflow.drop-version", Files{{workflow, head + text}, {"setup.cfg", metadata}},
             said("The version '" + version + "' with architecture 'x64' was not found for Ubuntu 24.04.",
                  {{"actual", version}}));
  return after.contains(workflow) ? after.at(workflow).substr(std::string(head).size()) : "nothing";
}

TEST(DropVersion, ThatTheMetadataNoLongerSupports) {
  const std::string metadata = "[options]\npython_requires = >=3.8\n";
  EXPECT_EQ(dropped("python-version: [\"3.6\", \"3.8\", '3.12']\n", "3.6", metadata),
            "python-version: [\"3.8\", '3.12']\n");
  EXPECT_EQ(dropped("python: [3.8, 3.7]\n", "3.7", metadata), "python: [3.8]\n");
  EXPECT_EQ(dropped("python-version:\n  - '3.6'\n  - '3.8'\n", "3.6", metadata), "python-version:\n  - '3.8'\n");
  EXPECT_EQ(dropped("python: ['3.6', '3.8']\n", "3.6", "python_requires = >=3.8, <4\n"), "python: ['3.8']\n");
}

TEST(DropVersion, NotWithoutTheProjectsWord) {
  const std::string matrix = "python: ['3.6', '3.8']\n", metadata = "python_requires = >=3.8\n";
  EXPECT_EQ(dropped(matrix, "3.6", "python_requires = >=3.6\n"), "nothing");
  EXPECT_EQ(dropped(matrix, "3.6", "name = shop\n"), "nothing");
  EXPECT_EQ(dropped("python: ['3.6']\n", "3.6", metadata), "nothing");
  EXPECT_EQ(dropped("python-version: '3.6'\n", "3.6", metadata), "nothing");
  EXPECT_EQ(dropped(matrix + "include:\n  - python: '3.6'\n", "3.6", metadata), "nothing");
  EXPECT_EQ(dropped("python: ['3.16', '3.8']\n", "3.1", metadata), "nothing");
}

std::string given(const std::string& text, Files others = {}, std::vector<std::string> before = {}) {
  others[workflow] = "on: push\njobs:\n" + text;
  auto one = said("links.sh: line 2: SITE: unbound variable", {{"key", "SITE"}});
  one.before = std::move(before);
  const auto after = mended("workflow.add-env", others, std::move(one));
  return after.contains(workflow) ? after.at(workflow).substr(15) : "nothing";
}

const std::string pages_job =
    "  pages:\n    runs-on: x\n    steps:\n      - run: ./build.sh\n        env:\n          SITE: https://a.example\n";

TEST(StepEnv, IsThatOfTheOnlyOtherStepsThatHaveIt) {
  const Files scripts = {{"links.sh", "echo $SITE\n"}, {"all.sh", "./links.sh\n"}};
  EXPECT_EQ(
      given(pages_job + "      - run: ./links.sh\n\n      - run: ls\n", scripts),
      pages_job + "      - run: ./links.sh\n        env:\n          SITE: https://a.example\n\n      - run: ls\n");
  EXPECT_EQ(given(pages_job + "      - name: Links\n        run: |\n          cd x\n          ./all.sh\n", scripts),
            pages_job +
                "      - name: Links\n        env:\n          SITE: https://a.example\n        run: |\n          cd "
                "x\n          ./all.sh\n");
  EXPECT_EQ(given(pages_job + "      - env:\n          A: b\n        run: ./links.sh\n", scripts),
            pages_job + "      - env:\n          SITE: https://a.example\n          A: b\n        run: ./links.sh\n");
}

TEST(StepEnv, IsOfTheStepThatFailedWhateverItRuns) {
  const std::vector<std::string> before = {"##[group]Run Links", "##[endgroup]"};
  const std::string links = "      - name: Links\n        run: make links\n",
                    other = "      - run: echo ${SITE:-none}\n";
  EXPECT_EQ(given(pages_job + other + links, {}, before),
            pages_job + other +
                "      - name: Links\n        env:\n          SITE: https://a.example\n        run: make links\n");
  EXPECT_EQ(given(pages_job + other + links), "nothing") << "which step failed?";
  EXPECT_EQ(given(pages_job + "      - run: echo $SITE\n" + links, {}, {"##[group]Run Build"}), "nothing");
}

TEST(StepEnv, IsNoSecretAndNoneOfSeveral) {
  const std::string links = "      - run: echo $SITE\n", more = "        env:\n          SITE: https://b.example\n";
  EXPECT_NE(given(pages_job + links), "nothing");
  EXPECT_EQ(given(pages_job + links + "      - run: ls\n" + more), "nothing") << "two values";
  EXPECT_EQ(given(pages_job + links + "      - run: echo \"SITE=x\" >> $GITHUB_ENV\n"), "nothing");
  for (const std::string value : {"${{ secrets.SITE }}", "${{ github.token }}", "${{ vars.SITE }}", "changeme", "|"})
    EXPECT_EQ(given(replace_all(pages_job, "https://a.example", value) + links), "nothing") << value;
}

TEST(StepEnv, IsForAPersonToSayWhereAJobDeploys) {
  const std::string links = "    steps:\n      - run: echo $SITE\n";
  const std::string link_job = "  links:\n    runs-on: x\n" + links + "  more:\n    steps:\n      - run: ls\n";
  EXPECT_NE(given(replace_all(pages_job, "https://a.example", "http://localhost:80") + link_job), "nothing");
  EXPECT_NE(given(pages_job + replace_all(pages_job, "pages:", "pages2:") + link_job), "nothing");
  EXPECT_EQ(given(pages_job + link_job), "nothing") << "it may be the value of that job alone";
  const std::string more = "  more:\n    steps:\n      - run: ls\n";
  EXPECT_EQ(given(pages_job + "  deploy-docs:\n" + links + more), "nothing");
  EXPECT_EQ(given(pages_job + "  ship:\n    environment: production\n" + links + more), "nothing");
}

}  // namespace
}  // namespace regreen::story
