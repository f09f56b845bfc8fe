# expect: configuration_error setuptools.project-table
# needs: python3
cat > pyproject.toml <<'TOML'
[project]
name = "shelf"
version = "1"
authors = ["Ada <ada@books.example>"]
TOML
python3 -c 'from setuptools import setup; setup()' --name
