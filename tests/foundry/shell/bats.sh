# expect: test_failure tap.not-ok
# needs: bats
printf '@test "adds" {\n  [ $((1 + 1)) -eq 3 ]\n}\n@test "is empty" {\n  true\n}\n' >a.bats
bats -t a.bats
