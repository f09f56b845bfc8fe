# expect: success
# needs: sphinx-build
mkdir docs && echo 'project = "shop"' > docs/conf.py
printf 'Shop\n====\n\nSee :doc:`missing`.\n' > docs/index.rst
sphinx-build docs out
