# expect: missing_file autotools.input
# needs: autoconf
printf 'AC_INIT([planner],[1])\nAC_CONFIG_FILES([Makefile])\nAC_OUTPUT\n' > configure.ac
autoconf; ./configure
