# expect: success
# needs: python3 pytest
mkdir shop tests; touch shop/__init__.py
for m in cart errors timeouts failure_report; do printf 'def total(xs):\n    return sum(xs)\n' > shop/$m.py; done
cat > tests/test_all.py <<'PY'
from shop import cart, errors, timeouts, failure_report
def test_total():
    for m in (cart, errors, timeouts, failure_report):
        assert m.total([1, 2]) == 3
PY
python3 -m pytest --cov=shop --cov-report=term-missing --cov-fail-under=90
