#include "model/tree.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

TEST(Tree, APatchedTreeShowsThePatchAndTheRest) {
  const MemoryTree below({{"a", {"1", false}}, {"b", {"2", true}}, {"c", {"3", false}}});
  Patch patch;
  patch.put({"a", "1", "one", false, true});
  patch.put({"b", "2", std::nullopt, true, false});
  patch.put({"d", std::nullopt, "4", false, false});
  const PatchedTree tree(below, patch);
  EXPECT_EQ(tree.list(), (std::vector<std::string>{"a", "c", "d"}));
  EXPECT_EQ(tree.read("a"), "one");
  EXPECT_EQ(tree.read("b"), std::nullopt);
  EXPECT_EQ(tree.read("c"), "3");
  EXPECT_TRUE(tree.is_executable("a"));
  EXPECT_FALSE(tree.has("b"));
  EXPECT_TRUE(tree.has("d"));
}

}  // namespace
}  // namespace regreen
