# expect: dependency_missing pyright.import-missing
# needs: pyright
echo 'import structlog' > shop.py
pyright shop.py
