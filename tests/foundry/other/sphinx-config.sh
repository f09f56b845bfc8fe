# expect: dependency_missing other.sphinx-extension
# needs: sphinx-build
mkdir docs; printf 'extensions = ["shop_theme_ext"]\n' > docs/conf.py; echo > docs/index.rst
sphinx-build -b html docs out
