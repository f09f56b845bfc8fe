# expect: import_error python.import-name
# needs: python3
mkdir shop && cat > shop/__init__.py <<'PY'
from .orders import Order, Invoice
PY
cat > shop/orders.py <<'PY'
class Order:
    total = 0
PY
python3 -c 'import shop'
