# expect: test_failure pytest.failed
# needs: python3 pytest
cat > test_price.py <<'PY'
def total(items):
    return sum(items)

def test_total():
    assert total(None) == 0
PY
python3 -m pytest -p no:cacheprovider
