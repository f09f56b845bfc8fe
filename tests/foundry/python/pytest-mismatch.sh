# expect: configuration_error pytest.import-mismatch
# needs: python3 pytest
mkdir a b && echo 'def test_one(): pass' | tee a/test_one.py > b/test_one.py
python3 -m pytest
