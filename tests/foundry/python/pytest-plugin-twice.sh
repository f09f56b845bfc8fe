# expect: configuration_error pytest.plugin-twice
# needs: pytest
mkdir -p tests && touch tests/__init__.py && printf 'import pytest\n@pytest.fixture\ndef basket(): return [3, 4]\n' >tests/conftest.py && printf 'pytest_plugins = ["tests.conftest"]\n' >conftest.py
printf 'def test_total(basket): assert sum(basket) == 7\n' >tests/test_basket.py
/usr/bin/python3 -m pytest
