# expect: test_failure nox.session-failed
# needs: nox
cat > noxfile.py <<'PY'
import nox

@nox.session(venv_backend="none")
def unit(session):
    session.run("python3", "-c", "raise SystemExit(3)")
PY
nox
