# expect: lint said.lint-command
# needs: make
printf 'lint:\n\t@exit 3\n' >Makefile
make lint
