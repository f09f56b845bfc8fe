# expect: quality_gate twine.check-failed
# needs: twine python3
mkdir -p dist
python3 - <<'PY'
import zipfile
with zipfile.ZipFile("dist/shop-1.0-py3-none-any.whl", "w") as wheel:
    wheel.writestr("shop-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: shop\nVersion: 1.0\nDescription-Content-Type: text/x-rst\n\nShop\n====\n\n.. code-blok:: sh\n\n   a\n")
    wheel.writestr("shop-1.0.dist-info/RECORD", "")
PY
twine check --strict dist/*
