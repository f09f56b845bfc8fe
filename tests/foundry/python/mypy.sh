# expect: type_error mypy.error
# needs: mypy
cat > shop.py <<'PY'
from typing import Optional

def total(items: list[int]) -> int:
    return "none"

def first(items: Optional[list[int]]) -> int:
    return items[0]

total("abc")
total()
class Item:
    name: str = 1
Item().price
PY
mypy shop.py
