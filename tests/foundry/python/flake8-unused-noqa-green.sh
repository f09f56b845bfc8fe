# expect: success
# needs: flake8
printf 'import os  # noqa: F401\n' > shop.py
flake8 --verbose shop.py | sed -n 1,3p
echo "shop.py is clean"
