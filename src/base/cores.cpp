#include "base/cores.h"

#include <algorithm>
#include <sched.h>
#include <thread>

namespace regreen {

std::size_t usable_cores() {
  cpu_set_t cores;
  CPU_ZERO(&cores);
  const bool is_known = ::sched_getaffinity(0, sizeof cores, &cores) == 0;  // fails with more than 1,024 of them
  const std::size_t count =
      is_known ? static_cast<std::size_t>(CPU_COUNT(&cores)) : std::thread::hardware_concurrency();
  return std::max<std::size_t>(count, 1);
}

}  // namespace regreen
