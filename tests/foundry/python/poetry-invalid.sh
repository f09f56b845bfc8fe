# expect: configuration_error poetry.invalid
# needs: poetry
printf '[tool.poetry]\nname = "shop"\ndescription = ""\nauthors = []\n' > pyproject.toml
poetry check
poetry install
