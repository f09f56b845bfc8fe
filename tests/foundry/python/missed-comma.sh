# expect: syntax_error python.missed-comma
# needs: python3
printf 'ROUTES = [\n    ("a", 1),\n    ("b", 2)\n    ("c", 3),\n]\n' >routes.py
python3 $PWD/routes.py
