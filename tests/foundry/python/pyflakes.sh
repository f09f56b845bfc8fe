# expect: lint pyflakes.violation
# needs: pyflakes3
printf 'import os\nx = f""\n' > shop.py
pyflakes3 shop.py
