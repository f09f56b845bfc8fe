# expect: crash make.recipe-signal
# needs: make gcc
printf 'int main(void) { volatile int *p = 0; return *p; }\n' > main.c
printf 'test: main\n\t./main\n' > Makefile
make
