# expect: lint c.werror
# needs: gcc g++ clang
cat > turn.c <<'C'
int turn(int a, int b, int c, int d) { return a && b || c && d; }
int half(int a, int b, int c) { return a | b & c; }
C
cp turn.c turn.cpp
gcc -Wall -Wextra -Werror -c turn.c; g++ -Wall -Werror -c turn.cpp; clang -Wall -Werror -c turn.c
