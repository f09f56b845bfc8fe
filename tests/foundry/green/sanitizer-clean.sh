# expect: success
# needs: g++
cat > heap.cpp <<'C'
#include <cassert>
#include <cstdio>
#include <vector>
int main() { std::vector<int> heap_buffer_overflow(1000, 1); long sum = 0; for (int x : heap_buffer_overflow) sum += x;
  assert(sum == 1000); std::printf("[ RUN      ] Asan.use_after_free\n[       OK ] Asan.use_after_free (0 ms)\nsum %ld, no leaks\n", sum); }
C
g++ -g -fsanitize=address,undefined -fno-sanitize-recover=all heap.cpp -o heap && ASAN_OPTIONS=detect_leaks=0 ./heap
g++ -g -fsanitize=thread -pthread heap.cpp -o race 2>&1 && echo "built with -fsanitize=thread"
