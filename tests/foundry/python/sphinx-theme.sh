# expect: dependency_missing sphinx.theme-missing
# needs: sphinx-build
mkdir docs && echo 'html_theme = "furo"' > docs/conf.py && printf 'Shop\n====\n' > docs/index.rst
sphinx-build docs out
