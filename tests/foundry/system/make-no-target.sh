# expect: configuration_error make.unknown-target
# needs: make
make test

