# expect: configuration_error documents.toml-place
# needs: python3 pytest
cat > pyproject.toml <<'TOML'
[project]
name = "orchard"
classifiers = [
    "A"
    "B",
]
TOML
python3 -m pytest -q -p no:cacheprovider
