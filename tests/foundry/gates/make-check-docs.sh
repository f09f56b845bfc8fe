# expect: quality_gate said.check-command
# needs: make
printf 'check-docs:\n\t@echo "Skip the page of the till"; exit 1\nvalidate:\n\t@exit 1\nverify-generated:\n\t@exit 1\n' >Makefile
make -k check-docs validate verify-generated
