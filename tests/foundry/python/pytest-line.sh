# expect: test_failure pytest.assertion-line
# needs: python3 pytest
cat > test_price.py <<'PY'
def test_total():
    assert [1, 2] == [1, 3]

def test_text():
    assert "a" == "b"
PY
python3 -m pytest -q -rN -p no:cacheprovider
