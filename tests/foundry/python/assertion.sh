# expect: test_failure python.assertion
# needs: python3
python3 -c 'assert 1 == 2'
