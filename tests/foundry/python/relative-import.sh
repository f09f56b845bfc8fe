# expect: import_error python.relative-import
# needs: python3
mkdir app && cat > app/main.py <<'PY'
from .settings import PORT
PY
echo 'PORT = 1' > app/settings.py
python3 app/main.py
