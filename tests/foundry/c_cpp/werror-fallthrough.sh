# expect: lint c.werror-fallthrough
# needs: gcc g++ clang clang++
cat > show.c <<'C'
int shown(int level, int parts) {
  switch (level) {
    case 3: parts |= 4;
    case 2: parts |= 2;
    case 1: parts |= 1;
    default: break;
  }
  return parts;
}
C
cp show.c show.cpp
gcc -std=c11 -Wextra -Werror -c show.c; g++ -std=c++17 -Wextra -Werror -c show.cpp
clang -Wimplicit-fallthrough -Werror -c show.c; clang++ -std=c++17 -Wimplicit-fallthrough -Werror -c show.cpp
