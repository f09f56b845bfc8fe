# expect: dependency_conflict poetry.solving-failed
# needs: poetry
mkdir till && printf '[tool.poetry]\nname = "till"\nversion = "1"\ndescription = ""\nauthors = []\n[tool.poetry.dependencies]\npython = ">=3.14"\n' > till/pyproject.toml
printf '[tool.poetry]\nname = "shop"\nversion = "1"\ndescription = ""\nauthors = []\n[tool.poetry.dependencies]\npython = "^3.11"\ntill = {path = "till"}\n' > pyproject.toml
poetry lock
