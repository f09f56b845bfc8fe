# expect: lint flake8.violation
# needs: pycodestyle
printf 'import os\ndef total(a):\n  return a+1 \n' >shop.py
pycodestyle --count shop.py
