# expect: import_error python.removed-name
# needs: python3
cat > walk.py <<'PY'
from collections import Mapping

def is_mapping(value):
    return isinstance(value, Mapping)
PY
python3 -c 'import walk'
