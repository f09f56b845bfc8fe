# expect: test_failure tests.sum-number-first
# needs: bash
for n in adds keeps; do if [ $n = adds ]; then echo "FAIL: basket $n"; else echo "PASS: basket $n"; fi; done
echo "# 1 of 2 tests failed"; exit 1
