# expect: deprecation pytest.removed-method
# needs: python3 pytest
cat > conftest.py <<'PY'
import pytest


def pytest_runtest_setup(item):
    if item.get_marker("slow"):
        pytest.skip("slow")
PY
printf 'def test_lid():\n    assert True\n' > test_lid.py
python3 -m pytest -q -p no:cacheprovider
