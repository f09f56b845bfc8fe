# expect: missing_file said.missing-file
# needs: mkdocs
mkdir docs && printf '# Prices\n' >docs/index.md
mkdocs build
