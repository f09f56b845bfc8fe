# expect: test_failure automake.test-failed
# needs: nose2-3
printf 'def test_adds():\n    assert 1 + 1 == 3\n' >test_a.py
nose2-3 -v
