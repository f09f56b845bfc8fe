# expect: deprecation python.warning-gone
# needs: python3 pytest
printf '[pytest]\nfilterwarnings =\n    error\n    ignore::pytest.RemovedInPytest4Warning\n' >pytest.ini
printf 'def test_shop():\n    pass\n' >test_shop.py
python3 -m pytest -q -p no:cacheprovider
