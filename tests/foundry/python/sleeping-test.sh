# expect: flaky_test pytest.sleeping-test
# needs: python3 pytest
cat > test_work.py <<'PY'
import threading, time


def test_done():
    done = []
    threading.Timer(0.5, done.append, [1]).start()
    time.sleep(0.01)
    assert done
PY
pytest -q
