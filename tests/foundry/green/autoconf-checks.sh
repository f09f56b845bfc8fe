# expect: success
# needs: autoconf gcc
cat > configure.ac <<'C'
AC_INIT([errors], [1.0])
AC_PROG_CC
AC_CHECK_HEADERS([windows.h error.h mach/mach.h stdint.h])
AC_CHECK_FUNCS([strlcpy error_at_line fatal_error])
AC_CHECK_LIB([failure], [fail_init])
AC_CHECK_PROGS([DOT], [no-such-dot])
AC_MSG_WARN([documentation will not be built: dot not found])
AC_CONFIG_FILES([Makefile])
AC_OUTPUT
C
printf 'all:\n\t@echo "CC = @CC@"\n' > Makefile.in
autoconf && ./configure && make
