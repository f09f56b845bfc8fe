# expect: crash sanitizer.thread
# needs: clang setarch
cat > race.c <<'C'
#include <pthread.h>
int total;
void *add(void *p) { total++; return p; }
int main(void) { pthread_t a, b; pthread_create(&a, 0, add, 0); pthread_create(&b, 0, add, 0); pthread_join(a, 0); pthread_join(b, 0); return 0; }
C
clang -g -fsanitize=thread race.c -o race && setarch -R ./race
