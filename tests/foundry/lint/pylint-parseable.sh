# expect: lint lint.coded
# needs: pylint
printf 'import os\n\n\ndef Total(a, b):\n    return a\n' >shop.py
pylint --output-format=parseable shop.py
