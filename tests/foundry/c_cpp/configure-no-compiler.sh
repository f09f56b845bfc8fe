# expect: toolchain autotools.no-compiler
# needs: autoconf
printf 'AC_INIT([planner],[1])\nAC_PROG_CC\nAC_OUTPUT\n' > configure.ac
autoconf; CC=gcc-42 ./configure
CC= ; unset CC; mkdir bin; for t in sed expr rm cat grep tr sh uname mkdir ls chmod mv sort awk basename dirname test date hostname; do ln -s $(command -v $t) bin; done; PATH=$PWD/bin sh ./configure
