# expect: success
# needs: tox
cat > tox.ini <<'INI'
[tox]
skipsdist = true
envlist = unit
[testenv]
skip_install = true
commands = python --version
INI
tox
