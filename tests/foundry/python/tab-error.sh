# expect: syntax_error python.tabs
# needs: python3
printf 'def total(items):\n    if items:\n\treturn sum(items)\n' > main.py
python3 main.py
