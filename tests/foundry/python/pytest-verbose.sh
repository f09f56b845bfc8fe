# expect: test_failure pytest.failed-assertion
# needs: python3 pytest
cat > test_price.py <<'PY'
import pytest

@pytest.mark.parametrize("n", [1, 2, 3])
def test_odd(n):
    assert n % 2

class TestShop:
    def test_open(self):
        assert "open" in "closed", "the shop is closed"

    def test_connection_refused_is_reported(self):
        assert True

@pytest.mark.skip(reason="MemoryError on small machines")
def test_big():
    pass

@pytest.mark.xfail
def test_known():
    assert False
PY
python3 -m pytest -v -p no:cacheprovider
