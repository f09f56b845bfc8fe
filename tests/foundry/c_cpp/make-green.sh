# expect: success
# needs: make
printf 'all:\n\t-false\n\t@echo "make: *** is how make reports"\n' > Makefile
make && make -n
