# expect: dependency_missing autotools.package
# needs: autoconf aclocal pkg-config
printf 'AC_INIT([planner],[1])\nAC_PROG_CC\nPKG_CHECK_MODULES([AUDIO],[audio-toy >= 2])\nAC_OUTPUT\n' > configure.ac
aclocal; autoconf; ./configure
