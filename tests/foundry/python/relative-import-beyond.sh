# expect: import_error python.relative-import
# needs: python3
mkdir app && touch app/__init__.py && cat > app/main.py <<'PY'
from ..settings import PORT
PY
python3 -c 'import app.main'
