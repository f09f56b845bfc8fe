# expect: crash pytest.worker-crashed
# needs: python3 pytest
cat > test_crash.py <<'PY'
import os, signal
def test_crash():
    os.kill(os.getpid(), signal.SIGSEGV)
PY
python3 -m pytest -n 1 -p no:cacheprovider
