# expect: success
# needs: python3 pytest
cat > test_retry.py <<'PY'
import logging
log = logging.getLogger("pool")

def fetch(tries=3):
    for n in range(tries):
        try:
            if n < tries - 1:
                raise TimeoutError("timed out after 30 s")
            return "ok"
        except TimeoutError:
            log.exception("attempt %d of %d failed", n + 1, tries)

def test_fetch_recovers():
    assert fetch() == "ok"

def test_logs_critical():
    log.critical("disk full: No space left on device")
    log.error("HTTP Error 503: Service Unavailable")
PY
python3 -m pytest -v --log-cli-level=INFO -s test_retry.py
