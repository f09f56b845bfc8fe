# expect: syntax_error make.missing-separator
# needs: make
printf 'all:\n    echo built\n' > Makefile
make
