#include "os/memory.h"

#include <cstdint>
#include <cstdlib>  // says which C library it is
#if defined(__GLIBC__)
#include <malloc.h>

#include <sys/mman.h>
#include <unistd.h>
#endif

namespace regreen {

#if defined(__GLIBC__)
namespace {

constexpr int own_pages_from = 32 << 20;  // bytes at once, which go back when they are done with
constexpr int heap_bytes = 64 << 20;      // what most logs need, and more
constexpr int kept_bytes_max = 2 * heap_bytes;
constexpr int growth_bytes = 1 << 20;  // of the heap, once that is not enough
constexpr std::uintptr_t huge_page = 2 << 20;

std::uintptr_t end_of_heap() { return reinterpret_cast<std::uintptr_t>(sbrk(0)); }

// The heap grows at once, and nothing of it is touched yet.
void ask_for_huge_pages() {
  const auto begin = (end_of_heap() + huge_page - 1) / huge_page * huge_page;
  mallopt(M_TOP_PAD, heap_bytes);
  void* volatile grown = std::malloc(huge_page);  // volatile: compilers leave out what is only freed
  std::free(grown);
  mallopt(M_TOP_PAD, growth_bytes);
  const auto end = end_of_heap();
  if (end > begin)
    madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);  // a hint: refused, nothing is lost
}

}  // namespace

void keep_memory() {
  mallopt(M_MMAP_THRESHOLD, own_pages_from);
  mallopt(M_TRIM_THRESHOLD, kept_bytes_max);
  ask_for_huge_pages();
}
#else
void keep_memory() {}
#endif

}  // namespace regreen
