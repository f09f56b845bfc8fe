# expect: deprecation python.regex-flags
# needs: python3
cat > words.py <<'PY'
import re

LEVEL = re.compile(r"^(error|warn)(?i)\b")
PY
python3 words.py
