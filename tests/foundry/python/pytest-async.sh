# expect: dependency_missing pytest.async-plugin
# needs: python3 pytest
cat > test_async.py <<'PY'
async def test_one():
    assert True
PY
python3 -m pytest -p no:asyncio -p no:anyio -p no:cacheprovider -W error
