# expect: dependency_missing checks.mkdocs-plugin
# needs: mkdocs
mkdir docs && printf '# Prices\n' >docs/index.md
printf 'site_name: Shop\nmarkdown_extensions:\n  - toc\n  - mermaid_prices\n' >mkdocs.yml
mkdocs build --strict
