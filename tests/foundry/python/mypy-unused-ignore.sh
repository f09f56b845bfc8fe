# expect: lint mypy.unused-ignore
# needs: mypy
printf 'x: int = 1  # type: ignore\n' > load.py
mypy --warn-unused-ignores load.py
