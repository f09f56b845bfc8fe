# expect: dependency_missing tox.command-not-found
# needs: tox
cat > tox.ini <<'INI'
[tox]
skipsdist = true
envlist = unit
[testenv]
skip_install = true
list_dependencies_command = python --version
commands = pytset
INI
tox
