# expect: crash pytest.internal-error
# needs: python3 pytest
cat > conftest.py <<'PY'
def pytest_collection_modifyitems(items):
    items.sort(key=lambda item: item.order)
PY
echo 'def test_one(): pass' > test_one.py
python3 -m pytest -p no:cacheprovider
