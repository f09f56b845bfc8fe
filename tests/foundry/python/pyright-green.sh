# expect: success
# needs: pyright
printf 'def total(items: list[int]) -> int:\n    return sum(items)\n' > shop.py
pyright shop.py
