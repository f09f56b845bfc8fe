# expect: test_failure pytest.failed-assertion
# needs: tox pytest
cat > tox.ini <<'INI'
[tox]
skipsdist = true
envlist = unit
[testenv]
skip_install = true
list_dependencies_command = python --version
sitepackages = true
commands = python -m pytest -q -p no:cacheprovider
INI
printf 'def test_one():\n    assert 1 == 2\n' > test_one.py
tox
