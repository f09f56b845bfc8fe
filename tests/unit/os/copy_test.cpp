#include "os/copy.h"

#include "os/beneath.h"
#include "support/scratch.h"

#include <gtest/gtest.h>

#include <sys/stat.h>

namespace regreen {
namespace {

constexpr CopyLimits enough = {1 << 20, 1000};

class Copy : public testing::Test {
 protected:
  Copy() {
    write_text(folder / "from/a/b", "text");
    std::filesystem::permissions(folder / "from/a/b", std::filesystem::perms(0751));
    std::filesystem::create_symlink("/etc/passwd", folder / "from/link");
    std::filesystem::create_directories(folder / "from/empty");
    std::filesystem::create_directories(folder / "to");
    from = std::move(*open_folder(folder / "from"));
    to = std::move(*open_folder(folder / "to"));
  }
  std::map<std::string, std::string> shape(const std::string& name) const {
    std::map<std::string, std::string> result;
    for (const auto& [path, what] : ScratchRepository::snapshot(folder / name)) {
      result[path.substr((folder / name).size())] = what;
    }
    return result;
  }

  ScratchFolder folder;
  Fd from;
  Fd to;
};

TEST_F(Copy, of_a_tree_is_like_it) {
  ASSERT_TRUE(copy_tree(from.get(), to.get(), enough));
  EXPECT_EQ(shape("to"), shape("from"));
  EXPECT_EQ(std::filesystem::last_write_time(folder / "to/a/b"), std::filesystem::last_write_time(folder / "from/a/b"));
}

TEST_F(Copy, of_a_tree_fills_folders_that_may_not_be_written) {
  std::filesystem::permissions(folder / "from/a", std::filesystem::perms(0555));
  ASSERT_TRUE(copy_tree(from.get(), to.get(), enough));
  EXPECT_EQ(shape("to"), shape("from"));
}

TEST_F(Copy, of_a_tree_has_limits) {
  EXPECT_FALSE(copy_tree(from.get(), to.get(), {3, 1000}));
  EXPECT_FALSE(fits(from.get(), {3, 1000}));
  EXPECT_FALSE(fits(from.get(), {1 << 20, 2}));
  EXPECT_TRUE(fits(from.get(), {4, 4}));
}

TEST_F(Copy, of_a_file_answers_whether_there_is_one) {
  EXPECT_TRUE(*copy_beneath(from.get(), to.get(), "a/b"));
  EXPECT_TRUE(*copy_beneath(from.get(), to.get(), "link"));
  EXPECT_FALSE(*copy_beneath(from.get(), to.get(), "missing"));
  EXPECT_FALSE(*copy_beneath(from.get(), to.get(), "empty"));
  EXPECT_EQ(std::filesystem::read_symlink(folder / "to/link"), "/etc/passwd");
}

}  // namespace
}  // namespace regreen
