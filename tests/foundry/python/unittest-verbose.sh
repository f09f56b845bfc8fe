# expect: test_failure unittest.failed
# needs: python3
cat > test_price.py <<'PY'
import unittest

class PriceTest(unittest.TestCase):
    def test_total(self):
        self.assertEqual({"a": 1}, {"a": 2})

    def test_permission_denied_error(self):
        pass

    @unittest.skip("MemoryError")
    def test_large(self):
        pass
PY
python3 -m unittest -v
