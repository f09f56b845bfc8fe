# expect: syntax_error python.syntax-error
# needs: python3
printf 'name = "caf\xe9"\n' > main.py
python3 main.py
