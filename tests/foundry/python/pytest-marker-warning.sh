# expect: configuration_error pytest.unknown-marker
# needs: python3 pytest
printf '[pytest]\nfilterwarnings = error\n' >pytest.ini
printf 'import pytest\n\n\n@pytest.mark.slow\ndef test_one():\n    assert True\n' >test_one.py
python3 -m pytest -q
