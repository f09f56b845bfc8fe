# expect: configuration_error python.toml
# needs: python3
printf '[project\nname = "shop"\n' > pyproject.toml
python3 -c 'import tomllib; tomllib.load(open("pyproject.toml", "rb"))'
