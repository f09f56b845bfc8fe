# expect: dependency_missing python.runner-no-module
# needs: python3
python3 -m venv --without-pip env && env/bin/python -m pip install structlog
