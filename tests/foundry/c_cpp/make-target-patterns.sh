# expect: syntax_error make.missing-separator
# needs: make
printf 'image:\n    docker run -p 8080:80 harbour:1.2\n' > Makefile
make image
