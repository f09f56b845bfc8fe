# expect: syntax_error python.indentation
# needs: python3
check() { cat > part.py; python3 part.py; }
check <<'PY'
def total(items):
return sum(items)
PY
check <<'PY'
def total(items):
    a = 1
      b = 2
PY
check <<'PY'
def total(items):
        a = 1
    return a
PY
