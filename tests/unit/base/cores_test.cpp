#include "base/cores.h"

#include <gtest/gtest.h>

#include <sched.h>
#include <thread>

namespace regreen {
namespace {

TEST(Cores, ThatAreTakenAwayDoNotCount) {
  std::size_t of_one = 0;
  std::thread([&] {
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(static_cast<std::size_t>(::sched_getcpu()), &one);
    ASSERT_EQ(::sched_setaffinity(0, sizeof one, &one), 0);
    of_one = usable_cores();
  }).join();
  EXPECT_EQ(of_one, 1u);
  EXPECT_GE(usable_cores(), 1u);
}

}  // namespace
}  // namespace regreen
