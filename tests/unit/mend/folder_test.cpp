// Folders that are made twice.
#include "story.h"

namespace regreen::story {
namespace {

std::string after(const std::string& file, const std::string& text, const std::string& folder, Files more = {}) {
  more[file] = text;
  const auto changed = mended("files.make-folder-once", more,
                              said("mkdir: cannot create directory ‘" + folder + "’: File exists", {{"path", folder}}));
  return changed.contains(file) ? changed.at(file) : "nothing";
}

TEST(Folder, MayBeThere) {
  EXPECT_EQ(
      after("Makefile", "OUT = public\na:\n\tmkdir $(OUT)\n\techo > $(OUT)/a\nb:\n\t@mkdir $(OUT) && echo\n", "public"),
      "OUT = public\na:\n\tmkdir -p $(OUT)\n\techo > $(OUT)/a\nb:\n\t@mkdir -p $(OUT) && echo\n");
  EXPECT_EQ(after("build.sh", "out=\"dist\"\nmkdir -m 755 \"$out/css\"\nmkdir other\n", "dist/css"),
            "out=\"dist\"\nmkdir -p -m 755 \"$out/css\"\nmkdir other\n");
  EXPECT_EQ(after("ci/Containerfile", "FROM a\nRUN mkdir build\n", "build"), "FROM a\nRUN mkdir -p build\n");
  EXPECT_EQ(after(".github/workflows/ci.yml", "      - run: mkdir build && cd build\n", "build"),
            "      - run: mkdir -p build && cd build\n");
  EXPECT_EQ(after("Makefile", "a:\n\tmkdir $(@D)\n", "site/css"), "a:\n\tmkdir -p $(@D)\n") << "it can be no other";
}

TEST(Folder, ThatIsALockOrAQuestionStays) {
  EXPECT_EQ(after("run.sh", "if mkdir busy; then\n", "busy"), "nothing");
  EXPECT_EQ(after("run.sh", "mkdir busy || exit 1\n", "busy"), "nothing");
  EXPECT_EQ(after("run.sh", "while ! mkdir busy; do sleep 1; done\n", "busy"), "nothing");
  EXPECT_EQ(after("run.sh", "mkdir /tmp/build.lock\n", "/tmp/build.lock"), "nothing");
  EXPECT_EQ(after("run.sh", "# mkdir busy\necho mkdir busy\n", "busy"), "nothing");
  for (const std::string line :
       {"mkdir \"busy\" >/dev/null || exit 1", "mkdir busy 2>/dev/null || { echo running; exit 1; }",
        "mkdir busy \\\n  || exit 1", "mkdir busy > /dev/null 2>&1 || exit 1", "mkdir busy &>/dev/null || exit 1",
        "(mkdir busy) || exit 1", "{ mkdir busy; } || exit 1", "mkdir busy && echo mine || exit 1",
        "mkdir busy 2>/dev/null\nif [ $? -ne 0 ]; then", "mkdir busy; if [ $? -ne 0 ]; then",
        "if cd work && mkdir busy; then", "while true && \\\n  ! mkdir busy; do sleep 1; done",
        "cp x \\\n  mkdir busy"})
    EXPECT_EQ(after("run.sh", line + "\n", "busy"), "nothing") << line;
}

TEST(Folder, IsWhatStandsBeforeAndBehindOtherWords) {
  EXPECT_EQ(after("run.sh", "mkdir out 2>/dev/null; a || b\nif a; then mkdir out; fi\n", "out"),
            "mkdir -p out 2>/dev/null; a || b\nif a; then mkdir -p out; fi\n");
  EXPECT_EQ(after("run.sh", "mkdir out 2>/dev/null\n", "2"), "nothing") << "the 2 is no folder";
  EXPECT_EQ(after("Makefile", "a:\n\ttouch b && \\\n\t  mkdir \\\n\t  out x\n", "out"),
            "a:\n\ttouch b && \\\n\t  mkdir -p \\\n\t  out x\n");
  EXPECT_EQ(after("bin/build", "#!/bin/sh -e\nmkdir out\n", "out"), "#!/bin/sh -e\nmkdir -p out\n");
}

TEST(Folder, OfAVariableThatNeverEndsIsNotKnown) {
  std::string text = "a=" + std::string(40, 'x') + "\n";
  for (char c = 'b'; c <= 'z'; ++c) {
    text += std::string(1, c) + "=";
    for (int i = 0; i < 10; ++i) text += "${" + std::string(1, static_cast<char>(c - 1)) + "}";
    text += "\n";
  }
  EXPECT_EQ(after("run.sh", text + "LOOP=$LOOP/x\nmkdir $z\nmkdir $LOOP\n", "out"), "nothing");
}

TEST(Folder, IsLeftAloneWhereAFileIsInTheWayOrNobodyKnowsWho) {
  EXPECT_EQ(after("run.sh", "mkdir out\n", "out", {{"out", "a file\n"}}), "nothing");
  EXPECT_EQ(after("run.sh", "mkdir $a\nmkdir $b\n", "out"), "nothing");
  EXPECT_EQ(after("run.sh", "mkdir -p out\nmkdir $b\n", "out"), "nothing");
}

}  // namespace
}  // namespace regreen::story
