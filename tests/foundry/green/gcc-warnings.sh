# expect: success
# needs: gcc make
cat > main.c <<'C'
#include <stdio.h>
#include <string.h>
static int unused_error_handler(int code) { return code; }
static int old_read(void) __attribute__((deprecated("fails on 64 bit systems")));
static int old_read(void) { return 1; }
int main(int argc, char **argv)
{
    int i, result;
    unsigned n = 3;
    char error[4];
    for (i = 0; i < n; i++) result = i;
    strncpy(error, "undefined reference", 4);
    if (argc = 1) printf("%d\n", "fatal error: no such file");
    return old_read() - 1;
}
C
printf 'CFLAGS = -Wall -Wextra\nmain: main.c\n\t$(CC) $(CFLAGS) -o $@ $<\ncheck: main\n\t./main >/dev/null\n\t@echo "PASS: main"\n' > Makefile
make check
make
