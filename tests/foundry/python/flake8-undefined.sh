# expect: lint flake8.undefined-name
# needs: flake8
cat > shop.py <<'PY'
def total(items):
    return math.fsum(items)
PY
flake8 shop.py
