# expect: toolchain make.program-missing
# needs: make
printf 'docs:\n\tdoxyrender docs\n' > Makefile
make
