#include "os/memory.h"

#include <cstdlib>
#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace regreen {

void keep_freed_memory() {
#if defined(__GLIBC__)
  constexpr int kept_bytes = 32 << 20;  // larger blocks go back at once
  mallopt(M_MMAP_THRESHOLD, kept_bytes);
  mallopt(M_TRIM_THRESHOLD, 2 * kept_bytes);
#endif
}

}  // namespace regreen
