# expect: success
# needs: python3 pytest
cat > test_price.py <<'PY'
import logging, pytest

@pytest.mark.parametrize("text", ["ERROR: no space left on device", "Connection refused", "AssertionError"])
def test_failed_error(text):
    logging.error("ModuleNotFoundError: No module named 'x'")
    print("Segmentation fault")
    assert text

@pytest.mark.xfail(reason="PermissionError: [Errno 13] Permission denied")
def test_expected():
    raise PermissionError(13, "Permission denied")

def test_deprecated():
    import imp
PY
python3 -m pytest -v -ra -p no:cacheprovider
python3 -m pytest -q -p no:cacheprovider
