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

TEST(Chmod, AFileThatCannotRunStaysAsItIs) {
  const auto tree = tree_of({{"data/feed.csv", "a,b\n"}});
  EXPECT_TRUE(
      candidates("shell.chmod", tree, diagnosis_of({said("sh: data/feed.csv: Permission denied", {})})).empty());
}

}  // namespace
}  // namespace regreen::story
