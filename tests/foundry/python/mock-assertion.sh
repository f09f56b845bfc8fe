# expect: test_failure mock.misspelt-assertion
# needs: python3
cat > test_notify.py <<'PY'
import unittest
from unittest.mock import Mock


class NotifyTest(unittest.TestCase):
    def test_one(self):
        send = Mock()
        send("ann")
        send.assert_called_once_wtih("ann")
PY
python3 -m unittest test_notify.py
