# expect: lint flake8.violation
# needs: flake8
cat > shop.py <<'PY'
def total( items ):
    l=1
    return sum(items) 
PY
flake8 shop.py
