# expect: configuration_error pytest.unknown-marker
# needs: python3 pytest
printf '[pytest]\naddopts = --strict-markers\n' > pytest.ini
printf 'import pytest\n@pytest.mark.slow\ndef test_one(): pass\n' > test_one.py
python3 -m pytest -p no:cacheprovider
