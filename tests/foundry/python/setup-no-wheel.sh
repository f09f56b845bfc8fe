# expect: dependency_missing python.setup-command
# needs: python3
printf 'from setuptools import setup\nsetup(name="shop", version="1.0")\n' >setup.py
python3 -m venv env
env/bin/python setup.py bdist_wheel
