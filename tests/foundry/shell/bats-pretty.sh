# expect: test_failure shell.bats
# needs: bats
printf '@test "adds" {\n  [ $((1 + 1)) -eq 3 ]\n}\n@test "is empty" {\n  true\n}\n' >a.bats
TERM=xterm bats -p a.bats
