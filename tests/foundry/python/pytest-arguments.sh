# expect: dependency_missing pytest.unknown-argument
# needs: python3 pytest
echo 'def test_one(): pass' > test_one.py
python3 -m pytest --snapshot-update --json-report
