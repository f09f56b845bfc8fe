# expect: test_failure shell.shunit2
# needs: shunit2
printf 'testAdds() { assertEquals "sum" 3 $((1 + 1)); }\ntestEmpty() { assertTrue true; }\n. shunit2\n' >a.sh
sh a.sh
