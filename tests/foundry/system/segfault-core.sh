# expect: crash make.recipe-signal
# needs: gcc make
printf '#include <signal.h>\nint main(void) { return raise(SIGSEGV); }\n' > main.c
gcc -o main main.c
printf 'check:\n\t./main\n' > Makefile
make check
