# expect: configuration_error make.no-target
# needs: make
make test
make
