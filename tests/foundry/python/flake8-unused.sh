# expect: lint flake8.unused-import
# needs: flake8
cat > shop.py <<'PY'
import os
from typing import List


def total(items):
    return sum(items)
PY
flake8 shop.py
