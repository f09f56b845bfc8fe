#include "os/beneath.h"

#include "support/scratch.h"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <sys/stat.h>

namespace regreen {
namespace {

// A folder with ways out of it: a link to a file, a link to a folder, and the file that nobody may reach.
class Beneath : public testing::Test {
 protected:
  Beneath() {
    write_text(folder / "secret", "s");
    write_text(folder / "root/a/b", "text");
    std::filesystem::create_symlink("../secret", folder / "root/link");
    std::filesystem::create_directory_symlink("..", folder / "root/out");
    root = std::move(*open_folder(folder / "root"));
  }

  ScratchFolder folder;
  Fd root;
};

TEST_F(Beneath, reads_files) {
  EXPECT_EQ(read_beneath(root.get(), "a/b", 100), "text");
  EXPECT_EQ(read_beneath(root.get(), "a/b", 3), std::nullopt) << "too large";
  EXPECT_EQ(read_beneath(root.get(), "a", 100), std::nullopt) << "a folder";
  EXPECT_EQ(read_beneath(root.get(), "missing", 100), std::nullopt);
}

TEST_F(Beneath, follows_no_link_and_leaves_by_no_path) {
  for (const char* path : {"link", "out/secret", "../secret", "a/../../secret", "/etc/passwd", "", "a//b"}) {
    EXPECT_EQ(read_beneath(root.get(), path, 100), std::nullopt) << path;
    EXPECT_FALSE(open_beneath(root.get(), path, O_RDONLY)) << path;
  }
  EXPECT_FALSE(write_beneath(root.get(), "out/new", "x", 0644));
  EXPECT_FALSE(remove_beneath(root.get(), "out/secret"));
  EXPECT_EQ(read_text(folder / "secret"), "s");
  EXPECT_FALSE(std::filesystem::exists(folder / "new"));
}

TEST_F(Beneath, replaces_a_link_and_not_what_it_points_to) {
  ASSERT_TRUE(write_beneath(root.get(), "link", "new", 0644));
  EXPECT_EQ(read_beneath(root.get(), "link", 100), "new");
  EXPECT_EQ(read_text(folder / "secret"), "s");
}

TEST_F(Beneath, makes_parents_and_sets_the_mode) {
  ASSERT_TRUE(write_beneath(root.get(), "new/deep/file", "x", 0750));
  const auto entry = entry_beneath(root.get(), "new/deep/file");
  ASSERT_TRUE(entry);
  EXPECT_EQ(entry->mode & 07777, 0750U);
  EXPECT_TRUE(entry->is_executable());
  EXPECT_EQ(entry->size, 1U);
}

TEST_F(Beneath, does_not_wait_for_a_pipe) {
  ASSERT_EQ(mkfifo((folder / "root/pipe").c_str(), 0600), 0);
  EXPECT_EQ(read_beneath(root.get(), "pipe", 100), std::nullopt);
}

TEST_F(Beneath, tells_kinds_apart) {
  EXPECT_TRUE(entry_beneath(root.get(), "a")->is_folder());
  EXPECT_TRUE(entry_beneath(root.get(), "a/b")->is_file());
  EXPECT_TRUE(entry_beneath(root.get(), "link")->is_link());
  EXPECT_FALSE(entry_beneath(root.get(), "missing"));
}

}  // namespace
}  // namespace regreen
