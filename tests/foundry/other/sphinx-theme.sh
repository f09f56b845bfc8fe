# expect: dependency_missing other.sphinx-theme
# needs: sphinx-build
mkdir docs; echo 'html_theme = "shop"' > docs/conf.py; echo > docs/index.rst
sphinx-build -b html docs out
