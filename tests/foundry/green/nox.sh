# expect: success
# needs: nox
printf 'import nox\n@nox.session(python=False)\ndef errors(session):\n    session.run("sh", "-c", "echo no error; exit 2", external=True, success_codes=[0, 2])\n    session.warn("this may fail later")\n@nox.session(python=False)\ndef skipped(session):\n    session.skip("no network: connection refused")\n' >noxfile.py
nox
