# expect: lint c.missing-prototype
# needs: gcc clang
printf 'int depth_of(const char *path)\n{\n    return path[0] == 47;\n}\n' > depth.c
printf '#include "depth.c"\n' > depth.cc
gcc -Wmissing-prototypes -Werror -c depth.c; g++ -Wmissing-declarations -Werror -c depth.cc
clang -Wmissing-prototypes -Werror -c depth.c; gcc -Wmissing-prototypes -c depth.c; exit 1
