#include "adapters/bubblewrap/copy.h"

#include "adapters/bubblewrap/copy_tree.h"
#include "support/scratch.h"
#include "support/swap.h"

#include <gtest/gtest.h>

#include <csignal>
#include <sys/stat.h>
#include <sys/wait.h>

namespace regreen {
namespace {

using Names = std::vector<std::string>;

std::unique_ptr<PrivateCopy> copy_of(const ScratchRepository& repository) {
  const auto checkout = read_checkout(repository.path());
  EXPECT_TRUE(checkout);
  auto copy = PrivateCopy::make(*checkout, repository.state(), object_folders(*checkout));
  EXPECT_TRUE(copy) << (copy ? "" : copy.error().message);
  return std::move(*copy);
}

TEST(PrivateCopy, has_uncommitted_and_untracked_files_but_no_deleted_and_ignored_ones) {
  const ScratchRepository repository({{"a", "a"}, {"b", "b"}, {"gone", "g"}, {".gitignore", "*.log\n"}});
  repository.write("a", "edited");
  repository.write("new/c", "c");
  repository.write("x.log", "x");
  std::filesystem::remove(repository / "gone");
  const auto copy = copy_of(repository);
  EXPECT_EQ(copy->files(), (Names{".gitignore", "a", "b", "new/c"}));
  EXPECT_EQ(read_text(copy->folder() + "/a"), "edited");
  EXPECT_FALSE(std::filesystem::exists(copy->folder() + "/x.log"));
}

TEST(PrivateCopy, does_not_touch_the_users_repository) {
  const ScratchRepository repository({{"a", "a"}, {"b", "b"}});
  repository.write("a", "edited");
  repository.git({"add", "a"});
  std::filesystem::last_write_time(repository / "b", std::filesystem::file_time_type::clock::now());  // stale index
  const auto before = ScratchRepository::snapshot(repository.path());
  copy_of(repository);
  EXPECT_EQ(ScratchRepository::snapshot(repository.path()), before);
}

TEST(PrivateCopy, shows_git_the_same_state) {
  const ScratchRepository repository({{"a", "a"}, {"b", "b"}, {"c", "c"}});
  repository.git({"tag", "-a", "v1.2", "-m", "v1.2"});
  repository.git({"branch", "other"});
  repository.git({"remote", "add", "origin", "https://ada:pw@example.com/x.git"});
  repository.write("a", "staged");
  repository.git({"add", "a"});
  repository.write("b", "edited");
  repository.write("new", "n");
  std::filesystem::remove(repository / "c");
  const auto copy = copy_of(repository);
  for (const auto& question : {std::vector<std::string>{"status", "--porcelain=v2", "--branch"},
                               {"log", "--all", "--decorate=full", "--format=%H %D"},
                               {"describe", "--tags", "--long"},
                               {"diff", "--cached"},
                               {"for-each-ref"},
                               {"config", "user.email"}}) {
    EXPECT_EQ(ask_git(copy->folder(), question).value_or("failed"), repository.git(question));
  }
  EXPECT_EQ(*ask_git(copy->folder(), {"remote", "get-url", "origin"}), "https://example.com/x.git");
  EXPECT_TRUE(run_git(copy->folder(), {"fsck"})->passed());
}

TEST(PrivateCopy, keeps_links_executable_bits_and_times) {
  const ScratchRepository repository({{"run.sh", "#!/bin/sh\n"}});
  std::filesystem::permissions(repository / "run.sh", std::filesystem::perms(0755));
  std::filesystem::create_symlink("/etc/passwd", repository / "link");
  repository.commit("more");
  const auto time = std::filesystem::last_write_time(repository / "run.sh");
  const auto copy = copy_of(repository);
  EXPECT_EQ(std::filesystem::read_symlink(copy->folder() + "/link"), "/etc/passwd");
  EXPECT_EQ(std::filesystem::last_write_time(copy->folder() + "/run.sh"), time);
  const auto tree = CopyTree::open(copy->folder(), copy->files());
  EXPECT_EQ(tree->list(), (Names{"run.sh"}));  // links are not read
  EXPECT_TRUE(tree->is_executable("run.sh"));
  EXPECT_EQ(tree->read("run.sh"), "#!/bin/sh\n");
  EXPECT_EQ(tree->read("link"), std::nullopt);
  EXPECT_EQ(tree->read("../../lock"), std::nullopt);
}

TEST(PrivateCopy, does_not_read_through_a_folder_that_became_a_link) {
  const ScratchRepository repository({{"folder/a", "a"}});
  write_text(repository.outside("other/a"), "secret");
  std::filesystem::remove_all(repository / "folder");
  std::filesystem::create_directory_symlink(repository.outside("other"), repository / "folder");
  const auto copy = copy_of(repository);
  EXPECT_EQ(copy->files(), Names{});
  EXPECT_TRUE(std::filesystem::is_symlink(copy->folder() + "/folder"));
}

TEST(PrivateCopy, does_not_read_through_a_folder_that_becomes_a_link_meanwhile) {
  const ScratchRepository repository({{"deep/a", "a"}});
  write_text(repository.outside("other/a"), "secret");
  std::filesystem::create_directory_symlink(repository.outside("other"), repository / "link");
  const auto checkout = read_checkout(repository.path());
  ASSERT_TRUE(checkout);
  const Swap swap(repository / "deep", repository / "link");
  for (int i = 0; i < 40; ++i) {
    const auto copy = PrivateCopy::make(*checkout, repository.state(), object_folders(*checkout));
    if (!copy) continue;  // a folder that is not there for a moment may be trouble
    EXPECT_NE(read_text((*copy)->folder() + "/deep/a"), "secret");
  }
}

TEST(PrivateCopy, leaves_out_files_that_are_too_large_to_read) {
  const ScratchRepository repository({{"small", "s"}});
  repository.write("large", std::string(tree_file_bytes_max + 1, 'x'));
  const auto copy = copy_of(repository);
  const auto tree = CopyTree::open(copy->folder(), copy->files());
  EXPECT_TRUE(tree->has("large"));
  EXPECT_EQ(tree->read("large"), std::nullopt);
}

TEST(PrivateCopy, works_for_a_linked_working_tree_a_shallow_clone_and_a_detached_head) {
  const ScratchRepository repository;
  repository.write("a.txt", "two\n");
  repository.commit("second");
  repository.git({"worktree", "add", "-q", "--detach", repository.outside("linked")});
  repository.git({"-c", "protocol.file.allow=always", "clone", "-q", "--depth=1", "file://" + repository.path(),
                  repository.outside("shallow")});
  for (const char* name : {"linked", "shallow"}) {
    const auto checkout = read_checkout(repository.outside(name));
    ASSERT_TRUE(checkout) << checkout.error().message;
    const auto copy = PrivateCopy::make(*checkout, repository.state(), object_folders(*checkout));
    ASSERT_TRUE(copy);
    EXPECT_EQ(*ask_git((*copy)->folder(), {"status", "--porcelain"}), "");
    EXPECT_EQ(*ask_git((*copy)->folder(), {"rev-list", "--count", "HEAD"}), name == std::string("linked") ? "2" : "1");
  }
}

TEST(PrivateCopy, goes_when_it_dies_and_the_next_one_sweeps_what_was_killed) {
  const ScratchRepository repository;
  const pid_t child = fork();
  if (child == 0) {
    const auto copy = copy_of(repository);
    raise(SIGKILL);
  }
  waitpid(child, nullptr, 0);
  const auto count = [&] {
    std::size_t folders = 0;
    for (const auto& entry : std::filesystem::directory_iterator(repository.state() + "/copies")) {
      if (entry.is_directory()) ++folders;
    }
    return folders;
  };
  EXPECT_EQ(count(), 1U);
  {
    const auto first = copy_of(repository);
    EXPECT_EQ(count(), 1U) << "the killed one's is gone";
    const auto second = copy_of(repository);
    EXPECT_EQ(count(), 2U) << "one in use is not swept";
  }
  EXPECT_EQ(count(), 0U);
}

TEST(DependencyFolder, is_known_by_name_or_as_a_python_environment) {
  const ScratchRepository repository;
  for (const char* folder : {"node_modules", "pkg/node_modules", ".venv", "x.egg-info", "myenv", "build"}) {
    std::filesystem::create_directories(repository / folder);
  }
  repository.write("myenv/pyvenv.cfg", "home = /usr/bin\n");
  repository.write("vendor", "a file");
  for (const char* folder : {"node_modules", "pkg/node_modules", ".venv", "x.egg-info", "myenv"}) {
    EXPECT_TRUE(is_dependency_folder(repository.path(), folder)) << folder;
  }
  for (const char* folder : {"build", "vendor", "missing"}) {
    EXPECT_FALSE(is_dependency_folder(repository.path(), folder)) << folder;
  }
}

}  // namespace
}  // namespace regreen
