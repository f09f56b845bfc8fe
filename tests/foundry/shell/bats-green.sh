# expect: success
# needs: bats
printf '@test "is not ok" {\n  true\n}\n@test "later" {\n skip "not ok yet"\n}\n' >a.bats
bats -t a.bats
