# expect: toolchain poetry.python-version
# needs: poetry
printf '[tool.poetry]\nname = "shop"\nversion = "1"\ndescription = ""\nauthors = []\n[tool.poetry.dependencies]\npython = "^3.14"\n' > pyproject.toml
poetry config virtualenvs.create false
poetry install
