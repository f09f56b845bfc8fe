# expect: success
# needs: tox
cat > tox.ini <<'INI'
[tox]
skipsdist = true
envlist = unit
[testenv]
skip_install = true
list_dependencies_command = python --version
commands = python --version
INI
tox
