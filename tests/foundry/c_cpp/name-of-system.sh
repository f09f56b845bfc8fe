# expect: compile_error c.static-declared-before
# needs: gcc g++ clang
cat > log.h <<'C'
#include <sys/syscall.h>
#include <unistd.h>

static inline pid_t gettid(void) { return (pid_t)syscall(SYS_gettid); }
C
cat > text.c <<'C'
#include <stdio.h>

int getline(char *text, int room);
C
gcc -D_GNU_SOURCE -include log.h -c text.c; clang -D_GNU_SOURCE -include log.h -c text.c; g++ -include log.h -xc++ -c text.c
