#include "adapters/bubblewrap/last_commit.h"

#include "support/scratch.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace regreen {
namespace {

LastCommit last_commit_of(const ScratchRepository& repository) {
  return read_last_commit(repository.path(), repository.git({"rev-parse", "HEAD"}));
}

TEST(LastCommit, tells_the_files_as_they_were_before) {
  const ScratchRepository repository({{"kept", "same\n"}, {"lib/a.c", "old\n"}, {"gone", "was\n"}});
  repository.write("lib/a.c", "new\n");
  repository.write("added", "is\n");
  repository.git({"rm", "-q", "gone"});
  repository.commit("Go on");
  repository.write("kept", "uncommitted\n");
  const auto commit = last_commit_of(repository);
  EXPECT_EQ(commit.before.size(), 3U);
  EXPECT_EQ(commit.before.at("lib/a.c"), "old\n");
  EXPECT_EQ(commit.before.at("gone"), "was\n");
  EXPECT_EQ(commit.before.at("added"), std::nullopt);
}

TEST(LastCommit, is_empty_without_a_parent) {
  const ScratchRepository repository({{"a", "a\n"}});
  EXPECT_TRUE(last_commit_of(repository).empty());
  EXPECT_TRUE(read_last_commit(repository.path(), "no such commit").empty());
  EXPECT_TRUE(read_last_commit("/nowhere", "HEAD").empty());
}

TEST(LastCommit, is_empty_in_a_shallow_clone) {
  const ScratchRepository repository({{"a", "a\n"}});
  repository.write("a", "b\n");
  repository.commit("Go on");
  const std::string clone = repository.outside("clone");
  repository.git(
      {"-c", "protocol.file.allow=always", "clone", "-q", "--depth=1", "file://" + repository.path(), clone});
  EXPECT_TRUE(read_last_commit(clone, repository.git({"rev-parse", "HEAD"})).empty());
}

TEST(LastCommit, tells_what_a_merge_brought) {
  const ScratchRepository repository({{"a", "a\n"}});
  repository.git({"checkout", "-q", "-b", "other"});
  repository.write("b", "b\n");
  repository.commit("theirs");
  repository.git({"checkout", "-q", "main"});
  repository.write("c", "c\n");
  repository.commit("ours");
  repository.git({"merge", "-q", "--no-edit", "other"});
  EXPECT_EQ(last_commit_of(repository), (LastCommit{{{"b", std::nullopt}}}));
}

TEST(LastCommit, leaves_out_what_is_no_text_and_what_is_too_large) {
  const ScratchRepository repository(
      {{"a", "a\n"}, {"image", std::string("\0\1", 2)}, {"large", std::string(commit_file_bytes_max + 1, 'x')}});
  for (const auto* path : {"a", "image", "large"}) repository.write(path, "new\n");
  std::filesystem::create_symlink("a", repository / "link");
  repository.commit("Go on");
  const auto commit = last_commit_of(repository);
  EXPECT_EQ(commit.before.size(), 1U);
  EXPECT_EQ(commit.before.at("a"), "a\n");
}

TEST(LastCommit, is_empty_where_it_changed_too_many_files) {
  const ScratchRepository repository({{"a", "a\n"}});
  for (std::size_t i = 0; i <= commit_files_max; ++i) repository.write("f" + std::to_string(i), "x\n");
  repository.commit("Go on");
  EXPECT_TRUE(last_commit_of(repository).empty());
}

TEST(LastCommit, leaves_out_names_that_could_move_a_cursor) {
  const ScratchRepository repository({{"a", "a\n"}});
  repository.write("new\nline", "x\n");
  repository.write("with space", "x\n");
  repository.commit("Go on");
  const auto commit = last_commit_of(repository);
  EXPECT_EQ(commit.before.size(), 1U);
  EXPECT_TRUE(commit.before.contains("with space"));
}

TEST(LastCommit, of_a_folder_has_the_paths_of_the_folder) {
  const LastCommit commit{{{"a", "1"}, {"app/b", "2"}, {"app/c", std::nullopt}, {"apple", "3"}}};
  EXPECT_EQ(below(commit, "app"), (LastCommit{{{"b", "2"}, {"c", std::nullopt}}}));
}

}  // namespace
}  // namespace regreen
