# expect: test_failure
# needs: python3 pytest
printf 'def test_set():\n    assert {[1]}\n' > test_point.py
python3 -m pytest -q
