# expect: syntax_error make.two-rules-in-one
# needs: make
printf 'image:\n    docker run -p 8080:80 harbour:1.2\n' > Makefile
make image
