#include "adapters/bubblewrap/checkout.h"

#include "support/scratch.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

using Names = std::vector<std::string>;

TEST(Checkout, knows_tracked_untracked_and_ignored_files) {
  const ScratchRepository repository({{"a", "a"}, {".gitignore", "*.log\nnode_modules/\n"}});
  repository.write("new/b", "b");
  repository.write("x.log", "x");
  repository.write("node_modules/m/index.js", "m");
  repository.write("new/node_modules/m/index.js", "m");
  const auto checkout = read_checkout(repository.path());
  ASSERT_TRUE(checkout);
  EXPECT_EQ(checkout->files, (Names{".gitignore", "a", "new/b"}));
  EXPECT_EQ(checkout->ignored, (Names{"new/node_modules", "node_modules", "x.log"}));
  EXPECT_EQ(checkout->branch, "refs/heads/main");
  EXPECT_EQ(checkout->head, repository.git({"rev-parse", "HEAD"}));
}

TEST(Checkout, keeps_odd_names_apart) {
  const ScratchRepository repository({{"with space", ""}, {"qu\"ote", ""}, {"-dash", ""}, {"ü", ""}, {"*", ""}});
  EXPECT_EQ(read_checkout(repository.path())->files, (Names{"*", "-dash", "qu\"ote", "with space", "ü"}));
}

TEST(Checkout, leaves_out_names_that_could_move_a_cursor) {
  const ScratchRepository repository({{"a", ""}, {"new\nline", ""}});
  EXPECT_EQ(read_checkout(repository.path())->files, (Names{"a"}));
}

TEST(Checkout, lists_a_file_in_conflict_once) {
  const ScratchRepository repository;
  repository.git({"checkout", "-q", "-b", "other"});
  repository.write("a.txt", "theirs\n");
  repository.commit("theirs");
  repository.git({"checkout", "-q", "main"});
  repository.write("a.txt", "ours\n");
  repository.commit("ours");
  ASSERT_FALSE(run_git(repository.path(), {"merge", "other"})->passed());
  EXPECT_EQ(read_checkout(repository.path())->files, (Names{"a.txt"}));
}

TEST(Checkout, finds_repositories_inside) {
  const ScratchRepository repository;
  const ScratchRepository other;
  repository.git({"-c", "protocol.file.allow=always", "submodule", "--quiet", "add", other.path(), "sub"});
  std::filesystem::copy(other.path(), repository / "clone", std::filesystem::copy_options::recursive);
  const auto checkout = read_checkout(repository.path());
  EXPECT_EQ(checkout->nested, (Names{"clone", "sub"}));
  EXPECT_EQ(checkout->files, (Names{".gitmodules", "a.txt"}));
}

TEST(Checkout, follows_borrowed_objects) {
  const ScratchRepository repository;
  repository.git(
      {"-c", "protocol.file.allow=always", "clone", "-q", "--shared", repository.path(), repository.outside("shared")});
  const auto checkout = read_checkout(repository.outside("shared"));
  ASSERT_TRUE(checkout);
  EXPECT_EQ(object_folders(*checkout), (Names{repository.outside("shared/.git/objects"), repository / ".git/objects"}));
}

TEST(Checkout, is_not_fooled_by_variables_of_another_repository) {
  const ScratchRepository repository;
  setenv("GIT_DIR", "/nowhere", 1);
  const auto checkout = read_checkout(repository.path());
  unsetenv("GIT_DIR");
  EXPECT_TRUE(checkout);
}

void expect_error(const std::string& path, ErrorKind kind, const std::string& says) {
  const auto checkout = read_checkout(path);
  ASSERT_FALSE(checkout);
  EXPECT_EQ(checkout.error().kind, kind);
  EXPECT_NE(checkout.error().message.find(says), std::string::npos) << checkout.error().message;
}

TEST(Checkout, says_that_there_is_no_folder) { expect_error("/nowhere/x", ErrorKind::not_found, "/nowhere/x"); }

TEST(Checkout, says_that_it_is_no_repository) {
  const ScratchFolder folder;
  expect_error(folder.path(), ErrorKind::not_found, "is no git repository");
}

TEST(Checkout, says_that_it_is_bare) {
  const ScratchRepository repository;
  repository.git(
      {"-c", "protocol.file.allow=always", "clone", "-q", "--bare", repository.path(), repository.outside("bare")});
  expect_error(repository.outside("bare"), ErrorKind::invalid, "is a bare repository");
}

TEST(Checkout, says_that_there_is_no_commit) {
  const ScratchFolder folder;
  ASSERT_TRUE(ask_git(folder.path(), {"init", "-q"}));
  expect_error(folder.path(), ErrorKind::invalid, "has no commit yet");
}

TEST(Checkout, says_where_the_top_is) {
  const ScratchRepository repository({{"sub/a", ""}, {"b", ""}});
  expect_error(repository / "sub", ErrorKind::invalid, "that is " + repository.path());
}

TEST(Checkout, says_that_git_is_missing) {
  const ScratchRepository repository;
  const std::string path = getenv("PATH");
  setenv("PATH", "/nowhere", 1);
  const auto checkout = read_checkout(repository.path());
  setenv("PATH", path.c_str(), 1);
  ASSERT_FALSE(checkout);
  EXPECT_EQ(checkout.error().message, "git is not installed");
}

}  // namespace
}  // namespace regreen
