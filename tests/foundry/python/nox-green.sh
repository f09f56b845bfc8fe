# expect: success
# needs: nox
cat > noxfile.py <<'PY'
import nox

@nox.session(venv_backend="none")
def unit(session):
    session.run("python3", "-c", "print(1)")
PY
nox
