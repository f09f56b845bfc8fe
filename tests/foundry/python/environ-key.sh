# expect: environment_variable python.environ-key
# needs: python3
cat > settings.py <<'PY'
import os
DATABASE_URL = os.environ["DATABASE_URL"]
PY
python3 settings.py
