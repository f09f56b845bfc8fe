# expect: success
# needs: python3 pytest
for n in 1 2 3; do printf 'def test_error_%s():\n    assert True\n' a b c d > test_$n.py; done
python3 -m pytest -q -ra
