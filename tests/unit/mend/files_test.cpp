#include "story.h"

namespace regreen::story {
namespace {

TEST(Chmod, TheScriptThatMayNotRunBecomesExecutable) {
  const auto tree = tree_of({{"ci/test.sh", "#!/bin/sh\ntrue\n"}, {"ci/other.sh", "#!/bin/sh\n"}});
  const auto diagnosis =
      diagnosis_of({said("/home/runner/work/_temp/9.sh: line 1: ./ci/test.sh: Permission denied", {})});
  const auto patches = candidates("shell.chmod", tree, diagnosis);
  ASSERT_EQ(patches.size(), 1u);
  ASSERT_EQ(patches[0].paths(), std::vector<std::string>{"ci/test.sh"});
  EXPECT_TRUE(patches[0].changes[0].executable_after);
  EXPECT_EQ(patches[0].changes[0].before, patches[0].changes[0].after);
  EXPECT_TRUE(candidates("shell.chmod", PatchedTree(tree, patches[0]), diagnosis).empty());
}

TEST(Chmod, TheScriptThatCalledItIsNotMeant) {
  const auto tree = tree_of({{"ci/check.sh", "#!/bin/sh\n"}, {"tools/lint", "#!/bin/sh\n"}});
  const auto diagnosis = diagnosis_of(
      {said("ci/check.sh: line 3: /builds/a/b/tools/lint: Permission denied", {{"path", "/builds/a/b/tools/lint"}})});
  const auto patches = candidates("shell.chmod", tree, diagnosis);
  ASSERT_EQ(patches.size(), 1u);
  EXPECT_EQ(patches[0].paths(), std::vector<std::string>{"tools/lint"});
}

TEST(Chmod, AFileThatCannotRunStaysAsItIs) {
  const auto tree = tree_of({{"data/feed.csv", "a,b\n"}});
  EXPECT_TRUE(
      candidates("shell.chmod", tree, diagnosis_of({said("sh: data/feed.csv: Permission denied", {})})).empty());
}

Occurrence missing(const std::string& line, const std::string& path, const std::string& code = "") {
  auto one = said(line, {{"path", path}});
  one.before = {"  File \"main.py\", line 3, in <module>", code};
  return one;
}

TEST(CreateMissing, AFolderThatAToolWritesIntoIsKept) {
  const Files before = {{"main.py", ""}};
  EXPECT_EQ(mended("files.create-missing", before,
                   missing("FileNotFoundError: [Errno 2] No such file or directory: 'out/x.csv'", "out/x.csv",
                           "    with open('out/x.csv', 'w') as f:")),
            (Files{{"out/.gitkeep", ""}}));
  EXPECT_EQ(
      mended("files.create-missing", before,
             missing("touch: cannot touch './build/deep/stamp': No such file or directory", "./build/deep/stamp")),
      (Files{{"build/deep/.gitkeep", ""}}));
}

TEST(CreateMissing, WhatIsReadIgnoredThereOrOutsideIsNotCreated) {
  const Files before = {{"main.py", ""}, {".gitignore", "/dist\n*.pyc\n"}, {"data/a", ""}};
  EXPECT_TRUE(
      mended("files.create-missing", before, missing("FileNotFoundError: …", "in/x.csv", "    open('in/x.csv')"))
          .empty());
  for (const auto* path :
       {"dist/x", "data/x", "../x/y", "/etc/x/y", ".git/hooks/x", "x", "<b>x</b>/y", "$OUT/x", "a;b/c"}) {
    EXPECT_TRUE(mended("files.create-missing", before, missing("touch: cannot touch", path)).empty()) << path;
  }
}

}  // namespace
}  // namespace regreen::story
