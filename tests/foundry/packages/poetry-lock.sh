# expect: dependency_conflict poetry.lock-stale
# needs: poetry
export POETRY_VIRTUALENVS_CREATE=false
printf '[tool.poetry]\nname = "shop"\nversion = "1.0"\ndescription = ""\nauthors = []\npackages = []\n[tool.poetry.dependencies]\npython = "^3.8"\n' >pyproject.toml
poetry lock -q
printf 'requests = "^2"\n' >>pyproject.toml
poetry install --no-root
poetry lock --check
exit 1
