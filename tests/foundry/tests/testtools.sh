# expect: test_failure automake.test-failed
# needs: python3
printf 'import testtools\nclass Basket(testtools.TestCase):\n    def test_adds(self):\n        self.assertEqual(3, 1 + 1)\n' >test_a.py
python3 -m testtools.run test_a
