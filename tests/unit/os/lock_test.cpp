#include "os/lock.h"

#include "os/program.h"
#include "support/scratch.h"

#include <gtest/gtest.h>

#include <csignal>
#include <sys/wait.h>

namespace regreen {
namespace {

TEST(Lock, is_held_by_one_until_it_dies) {
  const ScratchFolder folder;
  {
    const auto lock = Lock::take(folder / "lock");
    ASSERT_TRUE(lock);
    EXPECT_FALSE(Lock::try_take(folder / "lock")->has_value());
  }
  EXPECT_TRUE(Lock::try_take(folder / "lock")->has_value());
}

TEST(Lock, ends_with_a_killed_process) {
  const ScratchFolder folder;
  const pid_t child = fork();
  if (child == 0) {
    const auto lock = Lock::take(folder / "lock");
    raise(SIGKILL);
  }
  waitpid(child, nullptr, 0);
  EXPECT_TRUE(Lock::try_take(folder / "lock")->has_value());
}

TEST(Lock, is_not_inherited_by_programs) {
  const ScratchFolder folder;
  {
    const auto lock = Lock::take(folder / "lock");
    const auto ended = run({{"/bin/sh", "-c", "exec >&- 2>&-; (sleep 1) & exit 0"}, "", {}, "", 10, 1000});
    ASSERT_TRUE(ended);
  }
  EXPECT_TRUE(Lock::try_take(folder / "lock")->has_value());
}

TEST(Lock, says_where_it_cannot_be) { EXPECT_EQ(Lock::take("/nowhere/lock").error().kind, ErrorKind::not_found); }

}  // namespace
}  // namespace regreen
