# expect: import_error python.module-attribute
# needs: python3
cat > report.py <<'PY'
import json
print(json.dump_string({}))
PY
python3 report.py
