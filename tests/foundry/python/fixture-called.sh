# expect: test_failure pytest.fixture-called
# needs: python3 pytest
cat >test_basket.py <<'P'
import pytest


@pytest.fixture
def basket():
    return ["pear"]


def test_basket():
    assert len(basket()) == 1
P
python3 -m pytest -q -p no:cacheprovider
