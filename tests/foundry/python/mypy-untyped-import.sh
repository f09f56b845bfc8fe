# expect: dependency_missing mypy.import-not-found
# needs: mypy
printf 'import structlog\n' > load.py
mypy load.py
