# expect: quality_gate checks.mkdocs-strict
# needs: mkdocs
mkdir docs && printf '# Prices\nSee [the till](till.md) and [open](open.md#hours).\n' >docs/index.md && printf '# Open\n' >docs/open.md
printf 'site_name: Shop\nnav:\n  - Home: index.md\n  - Open: open.md\n  - Baskets: baskets.md\n' >mkdocs.yml
mkdocs build --strict
