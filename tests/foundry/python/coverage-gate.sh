# expect: quality_gate coverage.below
# needs: python3 pytest
cat > shop.py <<'PY'
def total(items):
    if not items:
        return 0
    return sum(items)
PY
printf 'import shop\ndef test_total():\n    assert shop.total([1]) == 1\n' > test_shop.py
python3 -m pytest --cov=shop --cov-fail-under=90 -p no:cacheprovider
