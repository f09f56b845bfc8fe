# expect: dependency_missing python.distribution-missing
# needs: python3
cat > shop.py <<'PY'
from importlib.metadata import version

__version__ = version("nowhere-prices")
PY
python3 -c 'import shop'
