# expect: toolchain poetry.no-command
# needs: poetry
printf '[tool.poetry]\nname = "shop"\nversion = "1"\ndescription = ""\nauthors = []\n[tool.poetry.dependencies]\npython = "^3.11"\n' > pyproject.toml
poetry self-upgrade
poetry exprot -f requirements.txt
poetry install --no-updates
