# expect: test_failure pytest.failed-assertion
# needs: python3 pytest
cat > test_price.py <<'PY'
def test_total():
    assert {"a": 1, "b": 2} == {"a": 1, "b": 3}
PY
python3 -m pytest -q --tb=short -p no:cacheprovider
