# expect: dependency_missing sphinx.extension-missing
# needs: sphinx-build
mkdir docs && echo 'extensions = ["sphinx_copybutton"]' > docs/conf.py && echo 'Shop' > docs/index.rst
sphinx-build docs out
