# expect: quality_gate sphinx.warning-as-error
# needs: sphinx-build
mkdir docs && echo 'project = "shop"' > docs/conf.py && printf 'Shop\n====\n\n:doc:`missing`\n' > docs/index.rst
sphinx-build -W docs out
