# expect: test_failure unittest.failed
# needs: python3
cat > test_price.py <<'PY'
import unittest

class PriceTest(unittest.TestCase):
    def test_total(self):
        self.assertEqual(sum([1, 2]), 4)

    def test_missing(self):
        {}["pear"]

    def test_sub(self):
        for n in (1, 2):
            with self.subTest(n=n):
                self.assertEqual(n, 1)

    def test_connection_error(self):
        pass
PY
python3 -m unittest
