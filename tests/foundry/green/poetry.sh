# expect: success
# needs: poetry
printf '[tool.poetry]\nname = "failover"\nversion = "1.0"\ndescription = ""\nauthors = []\n[tool.poetry.dependencies]\npython = "^3.8"\n' >pyproject.toml
poetry check; poetry lock && poetry lock --check && poetry version
