# expect: success
# needs: python3 pytest
cat > test_old.py <<'PY'
import sys, warnings
import pytest

@pytest.mark.xfail(reason="ConnectionError: proxy does not answer")
def test_proxy():
    raise ConnectionError("proxy does not answer")

@pytest.mark.skipif(sys.platform != "win32", reason="could not import 'win32api': No module named 'win32api'")
def test_registry():
    raise SystemError

def test_old_call():
    warnings.warn("open_url() failed validation and will be removed in 4.0", DeprecationWarning)

def test_runtime():
    warnings.warn("error while closing the pool: timed out", RuntimeWarning)
PY
python3 -m pytest -rA -v test_old.py
