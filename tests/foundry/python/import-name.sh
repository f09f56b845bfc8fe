# expect: import_error python.import-name
# needs: python3
cat > settings.py <<'PY'
DEFAULT_PORT = 8080
PY
cat > main.py <<'PY'
from settings import DEFAULT_HOST
print(DEFAULT_HOST)
PY
python3 main.py
