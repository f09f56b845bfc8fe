# expect: test_failure pytest.raised
# needs: pytest
cat >test_shop.py <<'P'
class ShopClosed(Exception):
    pass


class PriceFailure(Exception):
    pass


def test_till():
    raise PriceFailure("no price")


def test_door():
    raise ShopClosed("closed")
P
pytest -q test_shop.py 2>&1 | grep -v 'FAILED\| failed'
exit 1
