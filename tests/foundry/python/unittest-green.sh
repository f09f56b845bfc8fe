# expect: success
# needs: python3
cat > test_price.py <<'PY'
import unittest

class PriceTest(unittest.TestCase):
    def test_error_is_logged(self):
        print("ERROR: test data, not an error")

    def test_failed(self):
        pass
PY
python3 -m unittest -v
