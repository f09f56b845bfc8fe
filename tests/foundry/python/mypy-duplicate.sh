# expect: configuration_error mypy.duplicate-module
# needs: mypy
mkdir a b && touch a/load.py b/load.py
mypy a b
