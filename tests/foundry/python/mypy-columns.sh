# expect: type_error mypy.error
# needs: mypy
echo 'x: int = "a"' > shop.py
mypy --show-column-numbers --show-error-end shop.py
mypy --pretty shop.py
