# expect: test_failure pytest.patch-path
# needs: python3 pytest
printf 'def read_level(address):\n    return 1\n' > station.py
printf 'import station\n\n\ndef line(address):\n    return str(station.read_level(address))\n' > report.py
cat > test_report.py <<'P'
import report


def test_line(monkeypatch):
    monkeypatch.setattr("report.read_level", lambda address: 412)
    assert report.line("a") == "412"


def test_line_again(monkeypatch):
    monkeypatch.setattr(report, "read_level", lambda address: 412)
    assert report.line("a") == "412"
P
python3 -m pytest -q
