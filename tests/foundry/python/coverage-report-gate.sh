# expect: quality_gate coverage.fail-under
# needs: python3-coverage
printf 'def total(items):\n    return sum(items)\nprint("ready")\n' > shop.py
python3-coverage run shop.py && python3-coverage report --fail-under=90
