#include "model/patch.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <unistd.h>

namespace regreen {
namespace {

FileChange edit(std::string path, std::string before, std::string after) {
  return {std::move(path), std::move(before), std::move(after), false, false};
}

TEST(Patch, KeepsTheFirstBeforeOfAFile) {
  Patch patch;
  patch.put(edit("a", "1\n", "2\n"));
  patch.put(edit("a", "2\n", "3\n"));
  ASSERT_EQ(patch.changes.size(), 1u);
  EXPECT_EQ(patch.changes[0].before, "1\n");
  EXPECT_EQ(patch.changes[0].after, "3\n");
}

TEST(Patch, ForgetsAChangeThatWasTakenBack) {
  Patch patch;
  patch.put(edit("a", "1\n", "2\n"));
  patch.put(edit("a", "2\n", "1\n"));
  EXPECT_TRUE(patch.empty());
}

TEST(Edits, LeaveTheRestByteForByte) {
  EXPECT_EQ(apply_edits("a\r\nb\r\n", {{3, 1, "B"}, {0, 0, "# "}}).value(), "# a\r\nB\r\n");
}

TEST(Edits, ThatOverlapOrLeaveTheTextAreRefused) {
  EXPECT_FALSE(apply_edits("abc", {{0, 2, "x"}, {1, 1, "y"}}));
  EXPECT_FALSE(apply_edits("abc", {{2, 2, "x"}}));
  EXPECT_FALSE(apply_edits("abc", {{9, 0, "x"}}));
}

TEST(Diff, ShowsContextAndMissingNewlines) {
  Patch patch;
  patch.put(edit("a.txt", "1\n2\n3\n4\n5\n6\n7\n8\n", "1\n2\n3\n4\nfive\n6\n7\n8"));
  EXPECT_EQ(
      unified_diff(patch),
      "diff --git a/a.txt b/a.txt\n--- a/a.txt\n+++ b/a.txt\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n-8\n+8\n"
      "\\ No newline at end of file\n");
}

TEST(Diff, CreatesAndDeletesFilesAndChangesModes) {
  Patch patch;
  patch.put({"new", std::nullopt, "x\n", false, false});
  patch.put({"old", "y\n", std::nullopt, false, false});
  patch.put({"run.sh", "z\n", "z\n", false, true});
  EXPECT_EQ(unified_diff(patch),
            "diff --git a/new b/new\nnew file mode 100644\n--- /dev/null\n+++ b/new\n@@ -0,0 +1 @@\n+x\n"
            "diff --git a/old b/old\ndeleted file mode 100644\n--- a/old\n+++ /dev/null\n@@ -1 +0,0 @@\n-y\n"
            "diff --git a/run.sh b/run.sh\nold mode 100644\nnew mode 100755\n");
}

TEST(Diff, CountsLines) {
  const auto counts = count_lines(edit("a", "1\n2\n3\n", "1\ntwo\n3\n4\n"));
  EXPECT_EQ(counts.added, 2u);
  EXPECT_EQ(counts.removed, 1u);
}

// git is the judge: what we print, it must apply, and get what we meant.
class AgainstGit : public testing::Test {
 protected:
  void SetUp() override {
    if (std::system("git --version >/dev/null 2>&1") != 0) GTEST_SKIP() << "git is not installed";
    folder_ = std::filesystem::temp_directory_path() / ("regreen-diff-" + std::to_string(getpid()));
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override {
    if (!folder_.empty()) std::filesystem::remove_all(folder_);
  }

  std::string applied(const std::string& before, const Patch& patch) {
    write("f", before);
    write("p.diff", unified_diff(patch));
    const std::string command =
        "cd '" + folder_.string() + "' && git apply --unsafe-paths --whitespace=nowarn p.diff 2>err";
    if (std::system(command.c_str()) != 0) return "git refused: " + read("err") + unified_diff(patch);
    return read("f");
  }

 private:
  void write(const char* name, const std::string& bytes) { std::ofstream(folder_ / name, std::ios::binary) << bytes; }
  std::string read(const char* name) {
    std::ifstream in(folder_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  std::filesystem::path folder_;
};

TEST_F(AgainstGit, EveryRandomEditApplies) {
  std::mt19937 random(7);
  const auto text = [&](std::size_t lines) {
    std::string result;
    for (std::size_t i = 0; i < lines; ++i) result += std::string(1, static_cast<char>('a' + random() % 4)) + "\n";
    if (!result.empty() && random() % 3 == 0) result.pop_back();
    return result;
  };
  for (int round = 0; round < 60; ++round) {
    const std::string before = text(1 + random() % 30), after = text(1 + random() % 30);
    if (before == after || after.empty()) continue;
    Patch patch;
    patch.put(edit("f", before, after));
    ASSERT_EQ(applied(before, patch), after);
  }
}

}  // namespace
}  // namespace regreen
