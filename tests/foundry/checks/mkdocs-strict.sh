# expect: quality_gate checks.mkdocs-strict
# needs: mkdocs
mkdir docs; printf '# Basket\n\nSee [prices](prices.md).\n' >docs/index.md; printf 'site_name: shop\nnav: [index.md, tax.md]\n' >mkdocs.yml
mkdocs build --strict
