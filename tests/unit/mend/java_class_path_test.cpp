#include "story.h"

namespace regreen::story {
namespace {

std::string after(const std::string& script, const std::string& text, Files files = {}) {
  files[script] = text;
  files["core/src/org/yarrow/core/Plant.java"] = "package org.yarrow.core;\n";
  files["report/src/main/java/org/yarrow/report/Table.java"] = "package org.yarrow.report;\n";
  files["legacy/src/org/yarrow/report/Table.java"] = "package org.yarrow.report;\n";
  files["cli/src/org/yarrow/cli/Main.java"] = "package org.yarrow.cli;\n\nimport org.yarrow.report.Table;\n";
  const auto changed =
      mended("java.add-class-path", files,
             said("cli/src/org/yarrow/cli/Main.java:3: error: package org.yarrow.report does not exist",
                  {{"file", "cli/src/org/yarrow/cli/Main.java"}, {"line", "3"}, {"module", "org.yarrow.report"}}));
  return changed.contains(script) ? changed.at(script) : "nothing";
}

TEST(JavaClassPath, AListOfModulesGetsTheOneThatIsUsed) {
  EXPECT_EQ(
      after("build.sh",
            "compile() { javac -cp \"$(cp \"$@\")\"; }\ncompile core\ncompile report core\ncompile cli   core  # it\n"
            "run org.yarrow.cli.Main cli core\n"),
      "compile() { javac -cp \"$(cp \"$@\")\"; }\ncompile core\ncompile report core\ncompile cli   core report  # it\n"
      "run org.yarrow.cli.Main cli core report\n");
}

TEST(JavaClassPath, AClassPathGetsItAsItsNeighbourIsWritten) {
  const std::string rest =
      "\tjavac -d out/core core/src/a.java\n\tjavac -cp out/core -d out/report report/src/a.java\n";
  EXPECT_EQ(after("Makefile", "all:\n" + rest + "\tjavac -cp lib/core.jar:out/core -d out/cli cli/src/a.java\n"),
            "all:\n" + rest + "\tjavac -cp lib/core.jar:out/core:out/report -d out/cli cli/src/a.java\n");
  EXPECT_EQ(after("build.sh", rest + "javac -cp \"build/core.jar\" -d out/cli $(find cli/src -name '*.java')\n"),
            rest + "javac -cp \"build/core.jar:build/report.jar\" -d out/cli $(find cli/src -name '*.java')\n");
  EXPECT_EQ(after("Makefile", "all:\n" + rest + "\tjavac -cp $(OUT)/core -d $(OUT)/cli cli/src/a.java\n"),
            "all:\n" + rest + "\tjavac -cp $(OUT)/core:$(OUT)/report -d $(OUT)/cli cli/src/a.java\n");
}

TEST(JavaClassPath, OnlyWholePartsAreNamesOfModules) {
  EXPECT_EQ(after("build.sh", "build report\njavac -cp scores/core -d out/cli cli/src/a.java\n"),
            "build report\njavac -cp scores/core:scores/report -d out/cli cli/src/a.java\n");
}

TEST(JavaClassPath, OtherListsOfModulesStay) {
  const std::string text =
      "compile() { javac; }\nmain() { :; }\ncompile report\nmkdir report\nmkdir cli core\nrm -rf report\nrm -rf cli "
      "core\n"
      "for m in report core; do :; done\nfor m in cli core; do :; done\n";
  EXPECT_EQ(after("build.sh", text), "nothing");
}

TEST(JavaClassPath, WhatIsNotClearStays) {
  EXPECT_EQ(after("build.sh", "javac -cp out/core -d out/cli cli/src/a.java\n"), "nothing") << "nobody builds it";
  EXPECT_EQ(after("build.sh", "build report\nbuild legacy\njavac -cp out/core -d out/cli cli/src/a.java\n"), "nothing")
      << "both have the package";
  EXPECT_EQ(after("build.sh", "javac\nbuild report\nbuild cli\nfor m in core cli; do build $m; done\n"), "nothing")
      << "no list of what it needs";
  EXPECT_EQ(after("notes.txt", "javac\nbuild report\ncompile cli core\n"), "nothing");
}

}  // namespace
}  // namespace regreen::story
