# expect: dependency_conflict poetry.lock-stale
# needs: poetry
cat > pyproject.toml <<'TOML'
[tool.poetry]
name = "shop"
version = "1.0"
description = ""
authors = []
[tool.poetry.dependencies]
python = "^3.11"
requests = "^2.0"
TOML
cat > poetry.lock <<'TOML'
package = []
[metadata]
lock-version = "2.0"
python-versions = "^3.11"
content-hash = "0000000000000000000000000000000000000000000000000000000000000000"
TOML
poetry config virtualenvs.create false
poetry install --no-root
