# expect: configuration_error documents.toml-place
# needs: black
printf '[tool.black]\nline-length = 90\n\n[tool.black]\nskip-string-normalization = true\n' > pyproject.toml
printf 'x = 1\n' > a.py
black --check a.py
