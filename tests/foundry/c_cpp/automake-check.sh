# expect: test_failure automake.test-failed
# needs: autoreconf automake make
printf 'AC_INIT([planner],[1])\nAM_INIT_AUTOMAKE([foreign])\nAC_CONFIG_FILES([Makefile])\nAC_OUTPUT\n' > configure.ac
printf 'TESTS = shortest.sh longest.sh\n' > Makefile.am
printf '#!/bin/sh\nexit 1\n' > shortest.sh; printf '#!/bin/sh\nexit 0\n' > longest.sh; chmod +x *.sh
autoreconf -i >/dev/null 2>&1; ./configure >/dev/null; make check
