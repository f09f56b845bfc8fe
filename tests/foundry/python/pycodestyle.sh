# expect: lint flake8.violation
# needs: python3
printf 'x=1\n' > shop.py
python3 -m pycodestyle shop.py
