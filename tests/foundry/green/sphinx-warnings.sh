# expect: success
# needs: sphinx-build
mkdir docs
printf 'project = "Errors"\nextensions = ["sphinx.ext.autodoc"]\nexclude_patterns = ["_build"]\n' > docs/conf.py
cat > docs/index.rst <<'R'
Errors
===
.. toctree::

   missing
   failed

.. automodule:: no_such_module

See :doc:`nowhere` and :ref:`undefined-label`. *unclosed
R
printf 'Failed requests\n===============\n\n.. code-block:: pyth\n\n   raise Error\n' > docs/failed.rst; printf 'Orphan\n======\n' > docs/fatal.rst
sphinx-build -b html docs out
