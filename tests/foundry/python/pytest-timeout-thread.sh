# expect: test_timeout pytest.timeout-thread
# needs: python3 pytest
cat > test_slow.py <<'PY'
import time
def test_slow():
    time.sleep(5)
PY
python3 -m pytest --timeout 1 --timeout-method thread -p no:cacheprovider
