# expect: test_failure said.test-command
# needs: make
printf 'check:\n\t@echo "running checks"; exit 3\n' >Makefile
make check
