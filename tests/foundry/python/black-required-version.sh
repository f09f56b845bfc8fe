# expect: toolchain python.tool-version
# needs: black
printf '[tool.black]\nrequired-version = "22.12.0"\n' > pyproject.toml
printf 'x = 1\n' > shop.py
black --check .
