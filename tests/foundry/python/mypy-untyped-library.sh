# expect: type_error mypy.untyped-library
# needs: mypy python3
python3 -c 'import sortedcontainers' || exit 0
printf 'from sortedcontainers import SortedDict\n\nprint(SortedDict())\n' > orders.py
mypy --no-incremental orders.py
