# expect: quality_gate checks.mkdocs-strict
# needs: mkdocs
mkdir docs && printf '# Prices\n' >docs/index.md && cp docs/index.md docs/README.md && printf '# Till\n' >docs/till.md
printf 'site_name: Shop\nnav:\n  - Home: index.md\n' >mkdocs.yml
mkdocs build --strict
