# expect: syntax_error flake8.syntax
# needs: flake8
echo 'def total(items' > shop.py
flake8 shop.py
