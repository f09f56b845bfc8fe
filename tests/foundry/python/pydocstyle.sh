# expect: lint pydocstyle.violation
# needs: pydocstyle
printf 'def total(items):\n    """sum it"""\n' > shop.py
pydocstyle shop.py
