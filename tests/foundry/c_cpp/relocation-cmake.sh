# expect: link_error c.relocation
# needs: cmake make gcc ld.gold ld.lld
cat > CMakeLists.txt <<'C'
cmake_minimum_required(VERSION 3.16)
project(player LANGUAGES C)
add_library(mixer STATIC mixer.c)
add_library(player SHARED player.c)
target_link_libraries(player PRIVATE mixer)
C
echo 'int mixes = 0; int mix(void) { return ++mixes; }' > mixer.c
echo 'int mix(void); int play(void) { return mix(); }' > player.c
for linker in bfd gold lld; do
  cmake -S . -B $linker -DCMAKE_SHARED_LINKER_FLAGS=-fuse-ld=$linker >/dev/null && cmake --build $linker
done
exit 2
