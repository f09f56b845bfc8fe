# expect: syntax_error pylint.syntax-error
# needs: pylint
printf 'def total(items\n' > shop.py
pylint shop.py
