# expect: success
# needs: df python3
df -h / | tail -1 | awk '{print $6}'
python3 -m unittest -v 2>&1 <<'PY' || true
PY
cat > test_disk.py <<'PY'
import unittest
class DiskTest(unittest.TestCase):
    def test_no_space_left_on_device(self):
        pass
PY
python3 -m unittest -v test_disk
