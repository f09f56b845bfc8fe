# expect: success
# needs: python3 pytest
# Test names are full of failure words; all of them pass.
cat > test_net.py <<'PY'
import pytest

class Refused(Exception):
    pass

def connect(host):
    raise Refused(f"connection refused: {host}")

def test_error_timeout():
    with pytest.raises(Refused):
        connect("db.internal")

def test_permission_denied_is_reported(tmp_path):
    with pytest.raises(IsADirectoryError):
        open(tmp_path)

@pytest.mark.parametrize("message", [
    "ECONNREFUSED 127.0.0.1:5432", "No space left on device", "Segmentation fault (core dumped)",
    "ModuleNotFoundError: No module named 'yaml'", "429 Too Many Requests", "fatal: unable to access",
    "error: command 'gcc' failed with exit status 1", "npm ERR! code E404", "Killed", "##[error]Process completed with exit code 1.",
])
def test_classify_failed_message(message):
    assert message

def test_network_failure_is_retried():
    tries = iter([False, False, True])
    assert any(tries)

class TestOutOfMemory:
    def test_FAILED_state(self):
        assert True
    def test_exit_code_137(self):
        assert 128 + 9 == 137
PY
python3 -m pytest -v test_net.py
