# expect: missing_file pytest.path-missing
# needs: python3 pytest
python3 -m pytest -p no:cacheprovider tests/unit
