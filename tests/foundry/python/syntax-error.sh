# expect: syntax_error python.syntax-error
# needs: python3
cat > main.py <<'PY'
def total(items)
    return sum(items)
PY
python3 main.py
