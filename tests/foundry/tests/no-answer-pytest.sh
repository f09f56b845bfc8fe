# expect: test_timeout tests.no-answer
# needs: python3 pytest
cat >test_a.py <<'P'
import time


def wait(ready, seconds, what):
    end = time.monotonic() + seconds
    while not ready():
        assert time.monotonic() < end, f"{what} within {seconds} s"
        time.sleep(0.01)


def test_ready():
    wait(lambda: False, 0.05, "the worker did not become ready")


def test_reply():
    raise TimeoutError("no reply from 127.0.0.1:8000 after 0.1 seconds")
P
python3 -m pytest -q -p no:cacheprovider
