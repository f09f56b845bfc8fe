# expect: success
# needs: mypy
printf 'x: int = 1\ndef error(x):\n    reveal_type(x)\n' > load.py
mypy load.py
