# expect: test_failure pytest.error
# needs: python3 pytest
cat > test_user.py <<'PY'
import pytest

@pytest.fixture
def database():
    raise RuntimeError("no schema")

def test_user(database):
    pass
PY
python3 -m pytest -p no:cacheprovider
