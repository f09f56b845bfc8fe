#include "os/git.h"

#include "support/scratch.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

TEST(Git, answers_without_the_last_line_end) {
  const ScratchRepository repository;
  EXPECT_EQ(*ask_git(repository.path(), {"log", "--format=%s"}), "first");
}

TEST(Git, tells_what_it_said_when_it_fails) {
  const ScratchRepository repository;
  const auto answer = ask_git(repository.path(), {"show", "nothing"});
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().message.substr(0, 17), "git show nothing:");
}

TEST(Git, runs_no_hook_file_monitor_or_alias_of_the_repository) {
  const ScratchRepository repository;
  const std::string ran = repository.outside("ran");
  write_text(repository / ".git/evil", "#!/bin/sh\ntouch " + ran + "\n");
  std::filesystem::permissions(repository / ".git/evil", std::filesystem::perms(0755));
  repository.git({"config", "core.fsmonitor", repository / ".git/evil"});
  repository.git({"config", "core.hooksPath", repository / ".git"});
  repository.git({"config", "core.pager", repository / ".git/evil"});
  std::filesystem::copy(repository / ".git/evil", repository / ".git/pre-commit");
  repository.write("b", "b");
  repository.commit("second");
  repository.git({"status"});
  repository.git({"log"});
  EXPECT_FALSE(std::filesystem::exists(ran));
}

TEST(Git, does_not_write_the_index_to_look_at_it) {
  const ScratchRepository repository;
  std::filesystem::last_write_time(repository / "a.txt", std::filesystem::file_time_type::clock::now());
  const auto before = read_text(repository / ".git/index");
  repository.git({"status"});
  EXPECT_EQ(read_text(repository / ".git/index"), before);
}

TEST(Git, passes_input) {
  const ScratchRepository repository;
  EXPECT_EQ(*ask_git(repository.path(), {"hash-object", "--stdin"}, {"one\n", {}}),
            *ask_git(repository.path(), {"rev-parse", "HEAD:a.txt"}));
}

}  // namespace
}  // namespace regreen
