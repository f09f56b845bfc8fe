# expect: dependency_missing autotools.error
# needs: autoconf
printf 'AC_INIT([planner],[1])\nAC_PROG_CC\nAC_CHECK_LIB([sodium],[sodium_init],[],[AC_MSG_ERROR([libsodium is required])])\nAC_OUTPUT\n' > configure.ac
autoconf; ./configure
