# expect: lint flake8.violation
# needs: pycodestyle
printf 'x=1\n' > shop.py
pycodestyle shop.py
