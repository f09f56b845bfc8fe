# expect: success
# needs: isort
printf 'import sys\nimport os\n' > shop.py
isort . && isort --check-only .
