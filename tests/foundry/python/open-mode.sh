# expect: deprecation python.open-mode
# needs: python3 pytest
cat >test_rows.py <<'PY'
def test_rows(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"a;1\r\n")
    with open(tmp_path / "a.csv", "rU") as f:
        assert f.read() == "a;1\n"
PY
python3 -m pytest -q test_rows.py
