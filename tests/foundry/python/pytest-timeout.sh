# expect: test_timeout pytest.timeout
# needs: python3 pytest
cat > test_slow.py <<'PY'
import time
def test_slow():
    time.sleep(5)
PY
python3 -m pytest --timeout 1 -p no:cacheprovider
