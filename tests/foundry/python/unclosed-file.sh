# expect: test_failure pytest.unclosed-file
# needs: python3 pytest
cat > test_plan.py <<'PY'
def test_plan():
    open("plan.txt", "w", encoding="utf-8").write("x")
    assert open("plan.txt", encoding="utf-8").read() == "x"
PY
python3 -m pytest -q -W error -p no:cacheprovider test_plan.py
