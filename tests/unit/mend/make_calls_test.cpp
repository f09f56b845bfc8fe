// Calls of make targets that have another name today: what make does elsewhere stays.
#include "mend/c/build/make_calls.h"

#include "story.h"

namespace regreen::story {
namespace {

const std::string makefile = "ci: test-unit\n\nunit-test:\n\t@true\n";

std::string called(const std::string& path, const std::string& text, Files more = {}) {
  more.try_emplace("Makefile", makefile);
  more[path] = text;
  const auto after =
      mended("make.fix-target", more,
             said("make: *** No rule to make target 'test-unit', needed by 'ci'.  Stop.", {{"path", "test-unit"}}));
  return after.contains(path) ? after.at(path) : "nothing";
}

TEST(MakeCalls, OfAnotherFolderStay) {
  for (const auto* line :
       {"cd lib && make test-unit", "make --directory=lib test-unit", "make -Clib test-unit", "make -f b.mk test-unit",
        "make -sClib test-unit", "cd lib\nmake test-unit", "(cd lib\nmake test-unit)", "pushd lib; make test-unit"})
    EXPECT_EQ(called("ci.sh", std::string(line) + "\n"), "nothing") << line;
  EXPECT_EQ(called("ci.sh", "(cd lib && make all)\nmake test-unit\n"), "(cd lib && make all)\nmake unit-test\n");
  EXPECT_EQ(called("ci/a.sh", "cd \"$(dirname \"$0\")/..\"\nmake test-unit\n"),
            "cd \"$(dirname \"$0\")/..\"\nmake unit-test\n");
  EXPECT_EQ(called("ci/a.sh", "cd \"$(dirname \"$0\")\"\nmake test-unit\n"), "nothing");
  EXPECT_EQ(called("README.md", "```\ncd build\nmake test-unit\n```\n\n```\nmake test-unit\n```\n"),
            "```\ncd build\nmake test-unit\n```\n\n```\nmake unit-test\n```\n");
}

TEST(MakeCalls, OfARecipeStayWhereItGoesElsewhere) {
  const std::string all = makefile + "all:\n\tcd lib && $(MAKE) test-unit\n\tcd lib; \\\n\t  make test-unit\n\tmake ";
  EXPECT_EQ(called("Makefile", all + "test-unit\n"),
            replace_all(all, "ci: test-unit", "ci: unit-test") + "unit-test\n");
}

TEST(MakeCalls, BelowAnotherMakefileStay) {
  const Files more = {{"lib/Makefile", "all:\n\t$(MAKE) test-unit\n"}};
  EXPECT_EQ(called("lib/tools/a.sh", "make test-unit\n", more), "nothing");
  EXPECT_EQ(called("lib/Makefile", more.at("lib/Makefile")), "nothing");
  EXPECT_EQ(called("ci/a.sh", "make test-unit\n", more), "make unit-test\n");
}

TEST(MakeCalls, AreUnknownWhereAnotherMakefileHasTheTarget) {
  const Files more = {{"lib/Makefile", "test-unit:\n\t@true\n"}};
  EXPECT_EQ(called("ci/a.sh", "make test-unit\n", more), "nothing");
  EXPECT_EQ(called("ci/a.sh", "cd \"$(dirname \"$0\")/..\"\nmake test-unit\n", more),
            "cd \"$(dirname \"$0\")/..\"\nmake unit-test\n");
  EXPECT_EQ(called("README.md", "`make test-unit`\n", more), "`make unit-test`\n");
  EXPECT_EQ(called("web/package.json", "{ \"scripts\": { \"test\": \"make test-unit\" } }\n"), "nothing");
  EXPECT_EQ(called("Makefile", makefile, more), replace_all(makefile, "ci: test-unit", "ci: unit-test"));
}

TEST(MakeCalls, OfAWorkflowStayWhereItWorksElsewhere) {
  const std::string path = ".github/workflows/a.yml";
  const std::string job = "    steps:\n      - run: make test-unit\n";
  const std::string lib = "  lib:\n    defaults:\n      run:\n        working-directory: lib\n\n# more\n" + job;
  const std::string head = "on: push\njobs:\n", top = "  top:\n" + job;
  EXPECT_EQ(called(path, head + lib + top), head + lib + replace_all(top, "test-unit", "unit-test"));
  EXPECT_EQ(called(path, "defaults:\n  run:\n    working-directory: lib\n" + head + top), "nothing");
  const std::string step = "      - name: a\n        working-directory: lib\n        run: make test-unit\n";
  EXPECT_EQ(called(path, head + top + step), head + replace_all(top, "test-unit", "unit-test") + step);
  const std::string block = "      - run: |\n          cd lib\n          make test-unit\n";
  EXPECT_EQ(called(path, head + "  top:\n    steps:\n" + block + "      - run: make test-unit\n"),
            head + "  top:\n    steps:\n" + block + "      - run: make unit-test\n");
}

TEST(MakeCalls, OfTheOppositeStay) {
  const auto gone =
      said("make: *** No rule to make target 'copy-staging-to-prod'.  Stop.", {{"symbol", "copy-staging-to-prod"}});
  EXPECT_TRUE(mended("make.fix-target",
                     {{"Makefile", "copy-prod-to-staging:\n\t@true\n"}, {"ci.sh", "make copy-staging-to-prod\n"}}, gone)
                  .empty());
}

TEST(MakeCalls, OfThePastStay) {
  for (const auto* path : {"HISTORY.md", "docs/releases/1.0.md", "UPGRADING.md", "CHANGES.rst"})
    EXPECT_EQ(called(path, "`make test-unit` is new\n"), "nothing") << path;
  EXPECT_EQ(called(".github/workflows/release.yml", "- run: make test-unit\n"), "- run: make unit-test\n");
}

TEST(MakeCalls, AreFoundInLongLinesInTime) {
  std::string line;
  for (int i = 0; i < 20'000; ++i) line += "make test-unit ";
  EXPECT_EQ(called("README.md", line + "\n"), "nothing") << "nobody knows where the command begins";
}

TEST(MakeTargets, AreNoVariables) {
  EXPECT_EQ(make_targets("UNIT_TESTS := a\nA::=b\nunit-tests lint: a\n\techo a:b\n.PHONY: x\n%.o: %.c\n"),
            (std::vector<std::string>{"unit-tests", "lint"}));
}

}  // namespace
}  // namespace regreen::story
