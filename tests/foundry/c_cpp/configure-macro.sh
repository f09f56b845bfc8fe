# expect: toolchain autotools.macro
# needs: autoconf autoreconf
printf 'AC_INIT([planner],[1])\nAM_INIT_AUTOMAKE\nAX_TOY_STUFF\nAC_OUTPUT\n' > configure.ac
autoconf
./configure; exit 1
