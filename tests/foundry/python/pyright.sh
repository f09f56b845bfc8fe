# expect: type_error pyright.error
# needs: pyright
cat > shop.py <<'PY'

def total(items: list[int]) -> int:
    return "none"

total("abc")
print(undefined_total)
PY
pyright shop.py
