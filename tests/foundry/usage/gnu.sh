# expect: configuration_error said.option
# needs: grep
grep --nowhere a b
