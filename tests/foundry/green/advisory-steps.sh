# expect: success
# needs: python3 pytest gcc curl
# Steps whose failure does not count (`|| true`), then the tests that do.
cat > old.py <<'PY'
print "hello"
PY
python3 old.py || true
python3 -c 'import no_such_module' || true
echo 'int main(void) { return undeclared; }' > probe.c
gcc probe.c -o probe || echo "probe failed, feature disabled"
curl -sS http://127.0.0.1:1/metrics || echo "metrics are optional"
printf 'def test_failed_probe():\n    assert True\n' > test_probe.py
python3 -m pytest test_probe.py
