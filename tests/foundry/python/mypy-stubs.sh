# expect: dependency_missing mypy.stubs-hint
# needs: mypy
printf 'import yaml\nimport requests\n' > load.py
mypy --python-executable /usr/bin/python3 load.py
