# expect: test_failure pytest.failed-assertion
# needs: python3 pytest
mkdir tests && cat > tests/test_price.py <<'PY'
def test_total():
    assert sum([1, 2]) == 4

def test_error_timeout_message():
    assert True
PY
python3 -m pytest -p no:cacheprovider
