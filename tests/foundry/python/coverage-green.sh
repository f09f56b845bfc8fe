# expect: success
# needs: python3 pytest
printf 'def total(items):\n    return sum(items)\n' > shop.py
printf 'import shop\ndef test_total():\n    assert shop.total([1]) == 1\n' > test_shop.py
python3 -m pytest --cov=shop --cov-fail-under=50 -p no:cacheprovider
