# expect: format said.format-command
# needs: make
printf 'fmt-check:\n\t@exit 1\n' >Makefile
make fmt-check
