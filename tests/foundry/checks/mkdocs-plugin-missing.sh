# expect: dependency_missing checks.mkdocs-plugin
# needs: mkdocs
mkdir docs && printf '# Prices\n' >docs/index.md
printf 'site_name: Shop\nplugins:\n  - search\n  - awesome-pages\n' >mkdocs.yml
mkdocs build --strict
