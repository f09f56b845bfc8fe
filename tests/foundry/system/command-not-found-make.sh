# expect: toolchain make.program-missing
# needs: make
printf 'all:\n\tshopctl --version\n' > Makefile
make
