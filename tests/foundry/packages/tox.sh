# expect: toolchain tox.interpreter-missing
# needs: tox
printf '[tox]\nskipsdist = true\nenvlist = py26\n[testenv]\ncommands = true\n' >tox.ini
tox
