# expect: dependency_missing pylint.import-error
# needs: pylint
printf '"""Shop."""\nimport structlog\nprint(structlog)\n' > shop.py
pylint shop.py
