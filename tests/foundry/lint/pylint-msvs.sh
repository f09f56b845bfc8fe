# expect: lint pylint.rated
# needs: pylint
printf 'import os\n\n\ndef Total(a, b):\n    return a\n' >shop.py
pylint --output-format=msvs shop.py | grep -v 'shop.py(' ; exit 4
