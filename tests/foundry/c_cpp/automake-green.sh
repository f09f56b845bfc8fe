# expect: success
# needs: autoreconf automake make
printf 'AC_INIT([planner],[1])\nAM_INIT_AUTOMAKE([foreign])\nAC_CONFIG_FILES([Makefile])\nAC_OUTPUT\n' > configure.ac
printf 'TESTS = error.sh broken.sh\nXFAIL_TESTS = broken.sh\n' > Makefile.am
printf '#!/bin/sh\nexit 0\n' > error.sh; printf '#!/bin/sh\nexit 1\n' > broken.sh; chmod +x *.sh
autoreconf -i >/dev/null 2>&1 && ./configure && make check
