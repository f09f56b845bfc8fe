# expect: syntax_error make.two-rules-in-one
# needs: make
printf 'lint:\n    docker run -v .:/srv:ro lint .\n' > Makefile
make
