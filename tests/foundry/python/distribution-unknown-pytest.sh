# expect: dependency_missing python.distribution-missing
# needs: python3 pytest
cat > test_shop.py <<'PY'
from importlib.metadata import version


def test_version():
    assert version("nowhere-prices")
PY
pytest test_shop.py
