# expect: link_error c.library-not-linked
# needs: gcc g++ ld.lld
cat > zip.c <<'C'
#include <zlib.h>
#include <math.h>
#include <stdlib.h>
#include <dlfcn.h>
int main(int argc, char **argv) { return crc32(0, 0, 0) + compress2(0, 0, 0, 0, argc) + (int)pow(argc, argc); }
C
gcc -O2 -c zip.c; gcc zip.o -o zip; gcc -fuse-ld=lld zip.o -o zip
cat > suite.cpp <<'C'
#include <gtest/gtest.h>
TEST(Suite, works) { EXPECT_TRUE(true); }
C
g++ -c suite.cpp; g++ suite.o -o suite
