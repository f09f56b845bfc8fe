# expect: toolchain packages.python-version
# needs: nox
printf 'import nox\n@nox.session(python="3.2")\ndef tests(session):\n    session.run("true")\n' >noxfile.py
nox --error-on-missing-interpreters
nox -s nothing
