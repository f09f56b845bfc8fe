# expect: success
# needs: autoreconf automake gcc
cat > configure.ac <<'C'
AC_INIT([codes], [1.0])
AM_INIT_AUTOMAKE([foreign])
AC_PROG_CC
AC_CONFIG_FILES([Makefile])
AC_OUTPUT
C
cat > Makefile.am <<'C'
check_PROGRAMS = ok
ok_SOURCES = ok.c
TESTS = ok error_path.sh timeout.sh known_failure.sh
XFAIL_TESTS = known_failure.sh
C
echo 'int main(void) { return 0; }' > ok.c
printf '#!/bin/sh\necho "error: wrong path"\n' > error_path.sh; printf '#!/bin/sh\nexit 77\n' > timeout.sh; printf '#!/bin/sh\nexit 1\n' > known_failure.sh
chmod +x *.sh
autoreconf -i && ./configure -q && make -s && make check
