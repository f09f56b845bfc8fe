# expect: dependency_missing checks.mkdocs-plugin
# needs: mkdocs
mkdir docs && printf '# Prices\n' >docs/index.md
printf 'site_name: Shop\ntheme:\n  name: windmill\n' >mkdocs.yml
mkdocs build
