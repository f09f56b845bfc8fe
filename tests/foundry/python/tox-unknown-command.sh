# expect: dependency_missing tox.command-not-found
# needs: tox
cat > tox.ini <<'INI'
[tox]
skipsdist = true
envlist = unit
[testenv]
skip_install = true
commands = pytset
INI
tox
