# expect: success
# needs: python3 pytest
# Some thousand lines, every one with a word of failure in it.
cat > test_many.py <<'PY'
import itertools
import pytest

WORDS = ["error", "failed", "fatal", "timeout", "denied", "missing", "killed", "refused", "undefined", "conflict"]

@pytest.mark.parametrize("what,why,n", list(itertools.product(WORDS, WORDS, range(20))))
def test_log_line(what, why, n):
    assert f"{what}: {why} {n}"
PY
python3 -m pytest -v test_many.py
