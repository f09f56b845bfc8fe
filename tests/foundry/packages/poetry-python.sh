# expect: toolchain packages.python-version
# needs: poetry
export POETRY_VIRTUALENVS_IN_PROJECT=true
printf '[tool.poetry]\nname = "shop"\nversion = "1.0"\ndescription = ""\nauthors = []\n[tool.poetry.dependencies]\npython = "~3.6"\n' >pyproject.toml
poetry env use /usr/bin/python3
