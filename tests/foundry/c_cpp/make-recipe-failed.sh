# expect: unknown
# needs: make
printf 'all: gen\n\t@echo built\ngen:\n\t@false\n' > Makefile
make; make -k -j2
