# expect: compile_error c.hash-error
# needs: gcc clang
cat > port.h <<'C'
#ifndef __sparc__
#error "port this file to your processor first"
#endif
C
gcc -c port.h; clang -c port.h
