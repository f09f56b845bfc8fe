# expect: success
# needs: bats
cat > errors.bats <<'B'
@test "exits with error: No such file or directory" { run cat none; [ "$status" -eq 1 ]; }
@test "command not found is code 127" { run no-such-command; [ "$status" -eq 127 ]; }
@test "not ok 1 is printed" { echo "not ok 1"; }
@test "times out" { skip "needs network"; }
B
bats errors.bats; bats --tap errors.bats
