# expect: success
# needs: python3 pytest
cat > conftest.py <<'PY'
def pytest_terminal_summary(terminalreporter):
    terminalreporter.section("slow tests")
    terminalreporter.write_line("no failures recorded; timeout budget: 30 s")
PY
for m in error failed fatal; do printf '"""Doc.\n\n>>> 1 / 1\n1.0\n>>> int("x")\nTraceback (most recent call last):\n    ...\nValueError: invalid literal for int() with base 10: %sx%s\n"""\n' "'" "'" > $m.py; done
python3 -m doctest -v error.py | tail -8; python3 -m pytest --doctest-modules -v --durations=3 -p no:cacheprovider
