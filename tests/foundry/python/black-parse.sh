# expect: syntax_error black.cannot-parse
# needs: black
printf 'def total(items\n' > shop.py
black --check .
