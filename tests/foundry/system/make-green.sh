# expect: success
# needs: make
printf 'all:\n\t-sh -c "exit 3"\n\techo done\n' > Makefile
make
