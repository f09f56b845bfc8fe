# expect: configuration_error setuptools.project-table
# needs: python3
cat > pyproject.toml <<'TOML'
[project]
name = "shelf"

[tool.setuptools.dynamic]
version = { attr = "shelf.__version__" }
TOML
python3 -c 'from setuptools import setup; setup()' --name
