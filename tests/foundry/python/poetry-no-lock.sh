# expect: missing_file poetry.no-pyproject
# needs: poetry
poetry install
