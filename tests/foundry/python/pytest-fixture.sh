# expect: test_failure pytest.fixture-missing
# needs: python3 pytest
echo 'def test_user(database): pass' > test_user.py
python3 -m pytest -p no:cacheprovider
