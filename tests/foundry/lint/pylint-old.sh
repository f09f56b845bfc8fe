# expect: lint pylint.old
# needs: pylint
printf 'import os\n\n\ndef Total(a, b):\n    return a\n' >shop.py
pylint --msg-template='{C}:{line:3d},{column:2d}: {msg} ({symbol})' shop.py
