# expect: quality_gate other.sphinx-warning-as-error
# needs: sphinx-build
mkdir docs; echo 'project = "shop"' > docs/conf.py; printf 'Shop\n===\n\n.. toctree::\n\n   missing\n' > docs/index.rst
sphinx-build -q -W --keep-going -b html docs out; sphinx-build -W -b html docs out2
