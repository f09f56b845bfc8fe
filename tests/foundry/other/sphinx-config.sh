# expect: configuration_error other.sphinx-config
# needs: sphinx-build
mkdir docs; printf 'extensions = ["shop_theme_ext"]\n' > docs/conf.py; echo > docs/index.rst
sphinx-build -b html docs out; echo 'html_theme = "shop"' > docs/conf.py; sphinx-build -b html docs out
