# expect: test_failure pytest.patch-target
# needs: python3 pytest
printf 'def read_level(address):\n    return 1\n' > station.py
printf 'import station\n\n\ndef line(address):\n    return str(station.read_level(address))\n' > report.py
cat > test_report.py <<'P'
from unittest import mock

import report


@mock.patch("report.read_level", return_value=412)
def test_line(read_level):
    assert report.line("a") == "412"
P
python3 -m pytest -q
