#include "os/file.h"

#include "os/folder.h"
#include "support/scratch.h"

#include <gtest/gtest.h>

#include <sys/stat.h>

namespace regreen {
namespace {

TEST(ReplaceFile, keeps_the_mode_and_leaves_nothing_beside) {
  const ScratchFolder folder;
  write_text(folder / "a", "old");
  chmod((folder / "a").c_str(), 0640);
  ASSERT_TRUE(replace_file(folder / "a", "new"));
  ASSERT_TRUE(replace_file(folder / "b", "made", 0755));
  EXPECT_EQ(read_text(folder / "a"), "new");
  EXPECT_EQ(mode_of(folder / "a"), 0640U);
  EXPECT_EQ(mode_of(folder / "b"), 0755U);
  EXPECT_EQ(ScratchRepository::snapshot(folder.path()).size(), 2U);
}

TEST(ReplaceFile, that_fails_leaves_the_old_one) {
  const ScratchFolder folder;
  std::filesystem::create_directories(folder / "a/b");
  EXPECT_FALSE(replace_file(folder / "a", "new")) << "a folder";
  EXPECT_FALSE(replace_file(folder / "missing/a", "new"));
  EXPECT_EQ(ScratchRepository::snapshot(folder.path()).size(), 2U);
}

TEST(ReadFile, says_what_is_wrong) {
  const ScratchFolder folder;
  write_text(folder / "a", "12345");
  EXPECT_EQ(*read_file(folder / "a", 5), "12345");
  EXPECT_EQ(read_file(folder / "a", 4).error().kind, ErrorKind::invalid);
  EXPECT_EQ(read_file(folder / "b", 4).error().kind, ErrorKind::not_found);
}

TEST(RemoveTree, removes_deep_closed_and_linked_things_and_follows_no_link) {
  const ScratchFolder folder;
  write_text(folder / "kept/file", "k");
  write_text(folder / "tree/closed/file", "x");
  std::filesystem::create_directory_symlink(folder / "kept", folder / "tree/link");
  std::string deep = folder / "tree";
  for (int i = 0; i < 300; ++i) deep += "/deeper";
  std::filesystem::create_directories(deep);
  chmod((folder / "tree/closed").c_str(), 0);
  ASSERT_TRUE(remove_tree(folder / "tree"));
  EXPECT_FALSE(std::filesystem::exists(folder / "tree"));
  EXPECT_EQ(read_text(folder / "kept/file"), "k");
  EXPECT_TRUE(remove_tree(folder / "tree")) << "twice";
}

TEST(LiesIn, compares_whole_parts) {
  EXPECT_TRUE(lies_in("/a/b", "/a"));
  EXPECT_TRUE(lies_in("/a", "/a"));
  EXPECT_TRUE(lies_in("/a", "/"));
  EXPECT_FALSE(lies_in("/ab", "/a"));
  EXPECT_FALSE(lies_in("/a", "/a/b"));
}

TEST(StateFolder, follows_the_variables) {
  const std::string home = getenv("HOME") ? getenv("HOME") : "";
  setenv("XDG_STATE_HOME", "/state", 1);
  EXPECT_EQ(*state_folder(), "/state/regreen");
  setenv("XDG_STATE_HOME", "relative", 1);
  setenv("HOME", "/home/ada", 1);
  EXPECT_EQ(*state_folder(), "/home/ada/.local/state/regreen");
  unsetenv("XDG_STATE_HOME");
  setenv("HOME", home.c_str(), 1);
}

}  // namespace
}  // namespace regreen
