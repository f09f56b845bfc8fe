# expect: success
# needs: python3 pytest
for n in 1 2 3 4; do cat > test_w$n.py <<'PY'
import pytest
@pytest.mark.parametrize("code", [404, 429, 500, 502, 503, 504])
def test_http_error(code):
    assert code >= 400
PY
done
python3 -m pytest -v -n 2
