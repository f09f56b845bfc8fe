# expect: success
# needs: python3
python3 -m venv --system-site-packages v
mkdir -p pkg/fatal_errors; touch pkg/fatal_errors/__init__.py
printf 'from setuptools import setup\nsetup(name="fatal-errors", version="1.0", packages=["fatal_errors"])\n' > pkg/setup.py
v/bin/pip install --no-index --no-build-isolation ./pkg; v/bin/pip install --no-index ./pkg; v/bin/pip uninstall -y fatal-errors; v/bin/pip uninstall -y fatal-errors
