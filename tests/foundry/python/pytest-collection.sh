# expect: import_error python.import-name
# needs: python3 pytest
mkdir tests && echo 'def total(): pass' > shop.py && cat > tests/test_shop.py <<'PY'
from shop import subtotal

def test_subtotal():
    assert subtotal() == 0
PY
python3 -m pytest -p no:cacheprovider
