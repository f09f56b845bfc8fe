# expect: configuration_error pytest.plugins-below-top
# needs: python3 pytest
mkdir -p tests/integration && printf '[pytest]\n' > pytest.ini && touch tests/conftest.py
printf 'import pytest\n\n\n@pytest.fixture\ndef van():\n    return 1\n' > testing.py
printf 'pytest_plugins = ["testing"]\n' > tests/integration/conftest.py
printf 'def test_van(van):\n    assert van\n' > tests/integration/test_van.py
python3 -m pytest -q
