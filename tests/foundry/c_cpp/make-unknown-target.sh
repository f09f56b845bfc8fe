# expect: configuration_error make.unknown-target
# needs: make
printf 'test:\n\t@echo tested\n' > Makefile
make lint
