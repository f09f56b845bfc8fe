# expect: configuration_error setuptools.project-table
# needs: python3
printf '[project]\nname = "shelf"\nversion = "1"\nlicense = "MIT"\n' > pyproject.toml
python3 -c 'from setuptools import setup; setup()' --name
