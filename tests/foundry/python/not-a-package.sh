# expect: import_error python.not-a-package
# needs: python3
echo 'NAME = 1' > email.py
cat > main.py <<'PY'
from email.message import EmailMessage
PY
python3 main.py
