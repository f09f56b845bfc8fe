# expect: quality_gate sphinx.warning-as-error
# needs: sphinx-build
mkdir docs && echo 'project = "shop"' > docs/conf.py
printf 'Shop\n====\n\nSee :doc:`missing` and :ref:`nowhere`.\n\n.. autofunction:: shop.total\n' > docs/index.rst
sphinx-build -n -W --keep-going docs out
