# expect: configuration_error setuptools.not-a-requirement
# needs: python3
cat > pyproject.toml <<'TOML'
[project]
name = "shelf"
version = "1"
dependencies = ["click>=8.0 <9"]
TOML
python3 -c 'from setuptools import setup; setup()' --name
