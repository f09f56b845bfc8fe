# expect: compile_error c.obsolete
# needs: gcc g++ clang clang++
cat > null.cpp <<'C'
struct A { int a; A& operator=(const A& other) { a = other.a; } };
char *f(char *p = 0) { return p; }
struct B { int b; auto g() { return [=] { return b; }; } };
C
printf '#if FEATURE\n#endif FEATURE\nconst static int a = 3;\nvoid main(void) { (void)a; }\n' > old.c
cat > set.c <<'C'
#include <string.h>
#define LOG(x)
void f(char *p, int n) { memset(p, sizeof *p, 0); if (n) LOG(n); }
C
printf 'int y;' > end.c
printf '// counted\nint y;\n' > note.c
g++ -std=c++20 -Wall -Wextra -Wzero-as-null-pointer-constant -Werror -c null.cpp
clang++ -std=c++20 -Wall -Wextra -Wdeprecated -Werror -c null.cpp
gcc -Wall -Wextra -Wundef -Werror -c old.c; clang -Wall -Wextra -Werror -c old.c
gcc -Wall -Wextra -Werror -c set.c; clang -Wall -Wextra -Werror -c set.c
clang -Wnewline-eof -Werror -c end.c
gcc -std=c90 -pedantic -Werror -c note.c; gcc -std=c90 -pedantic-errors -c note.c
exit 1
