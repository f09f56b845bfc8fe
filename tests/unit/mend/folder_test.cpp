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
}

TEST(Folder, IsLeftAloneWhereAFileIsInTheWayOrNobodyKnowsWho) {
  EXPECT_EQ(after("run.sh", "mkdir out\n", "out", {{"out", "a file\n"}}), "nothing");
  EXPECT_EQ(after("run.sh", "mkdir $a\nmkdir $b\n", "out"), "nothing");
  EXPECT_EQ(after("run.sh", "mkdir -p out\nmkdir $b\n", "out"), "nothing");
}

}  // namespace
}  // namespace regreen::story
