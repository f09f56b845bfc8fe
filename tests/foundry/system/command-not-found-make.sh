# expect: toolchain system.command-not-found-make
# needs: make
printf 'all:\n\tprotoc --version\n' > Makefile
make
