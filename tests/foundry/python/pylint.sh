# expect: lint pylint.violation
# needs: pylint
cat > shop.py <<'PY'
import os
def total(items):
    return sum(itms)
PY
pylint shop.py
