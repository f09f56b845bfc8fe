# expect: lint checks.vulture
# needs: vulture
printf 'import os\ndef total():\n    return 1\n' >shop.py
vulture shop.py
