# expect: test_failure pytest.failed-assertion
# needs: python3 pytest
cat > test_price.py <<'PY'
import pytest

def total(items):
    return sum(items)

def test_raises():
    with pytest.raises(ValueError):
        total([1])

def test_message():
    with pytest.raises(TypeError, match="empty"):
        total(None)
PY
python3 -m pytest -p no:cacheprovider
