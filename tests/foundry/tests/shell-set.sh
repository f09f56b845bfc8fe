# expect: test_failure said.fail-line
# needs: bash
for n in adds keeps; do if [ $n = adds ]; then echo "FAIL: basket $n"; else echo "PASS: basket $n"; fi; done
echo "# 1 of 2 tests failed"; exit 1
