# expect: configuration_error pytest.node-missing
# needs: python3 pytest
echo 'def test_one(): pass' > test_one.py
python3 -m pytest -p no:cacheprovider test_one.py::test_two
