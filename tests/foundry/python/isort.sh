# expect: format isort.unsorted
# needs: isort
printf 'import sys\nimport os\n' > shop.py
isort --check-only .
