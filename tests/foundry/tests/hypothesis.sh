# expect: test_failure pytest.failed-assertion
# needs: python3
printf 'from hypothesis import given, settings, strategies as s\n@settings(database=None)\n@given(s.integers())\ndef test_small(n):\n    assert n < 5\n' >test_a.py
python3 -m pytest -q -p no:cacheprovider test_a.py
