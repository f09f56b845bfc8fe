# expect: test_failure python.doctest-failed
# needs: python3
cat > price.py <<'PY'
def total(items):
    """
    >>> total([1, 2])
    4
    """
    return sum(items)
PY
python3 -m doctest price.py
