# expect: deprecation python.removed-attribute
# needs: python3
cat > walk.py <<'PY'
import collections

def is_mapping(value):
    return isinstance(value, collections.Mapping)

is_mapping({})
PY
python3 walk.py
python3 -c 'import inspect; inspect.getargspec(print)'
python3 -c 'import asyncio; asyncio.coroutine(print)'
python3 -c 'import time; time.clock()'
