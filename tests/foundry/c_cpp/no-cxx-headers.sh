# expect: toolchain c.standard-header-missing
# needs: clang++
mkdir src && printf '#include <vector>\nint main() { std::vector<int> prices{1, 2}; return prices.size(); }\n' >src/till.cpp
clang++ -stdlib=libc++ -nostdinc++ -c src/till.cpp
clang --target=aarch64-linux-gnu --sysroot=/opt/board -x c -c - <<<'#include <string.h>'
