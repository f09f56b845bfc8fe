# expect: syntax_error make.missing-separator
# needs: make
printf 'lint:\n    docker run -v .:/srv:ro lint .\n' > Makefile
make
