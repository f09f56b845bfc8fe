# expect: type_error said.types-command
# needs: make
printf 'typecheck:\n\t@exit 1\n' >Makefile
make typecheck
