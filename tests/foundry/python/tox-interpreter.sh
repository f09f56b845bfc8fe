# expect: toolchain tox.interpreter-missing
# needs: tox
cat > tox.ini <<'INI'
[tox]
skipsdist = true
envlist = py36
[testenv]
skip_install = true
list_dependencies_command = python --version
commands = python --version
INI
tox
