# expect: configuration_error pytest.no-tests
# needs: python3 pytest
mkdir tests && python3 -m pytest -p no:cacheprovider tests
