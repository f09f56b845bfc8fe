# expect: deprecation python.regex-flags
# needs: python3 pytest
cat > words.py <<'PY'
import re

LEVEL = re.compile(r"^(error|warn)(?i)\b")
PY
cat > test_words.py <<'PY'
from words import LEVEL


def test_level():
    assert LEVEL.match("ERROR")
PY
python3 -m pytest -q
