# expect: lint pylint.violation
# needs: pylint
printf 'def total(items):\n    return sum(items)\n' > shop.py
pylint --fail-under=9.5 shop.py
