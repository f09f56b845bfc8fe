# expect: compile_error c.size-known-too-late
# needs: gcc g++ clang
printf '#include <signal.h>\n\nstatic char alt_stack[SIGSTKSZ];\n' > guard.c
printf '#include <csignal>\nconstexpr unsigned long room = 2 * SIGSTKSZ;\nchar stack[room];\n' > guard.cpp
gcc -D_GNU_SOURCE -c guard.c; clang -D_GNU_SOURCE -c guard.c; g++ -c guard.cpp
