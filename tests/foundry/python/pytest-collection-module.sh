# expect: dependency_missing python.module-not-found
# needs: python3 pytest
mkdir tests && cat > tests/test_shop.py <<'PY'
import structlog

def test_now():
    assert True
PY
python3 -m pytest -p no:cacheprovider
