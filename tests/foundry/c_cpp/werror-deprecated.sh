# expect: deprecation c.werror-deprecated
# needs: g++ clang++
cat > old.cpp <<'C'
[[deprecated("use open_v2")]] int open_v1();
int main() { return open_v1(); }
C
g++ -Wall -Werror -c old.cpp; clang++ -Wall -Werror -c old.cpp
