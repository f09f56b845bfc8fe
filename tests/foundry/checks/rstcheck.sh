# expect: quality_gate checks.rst
# needs: rstcheck
printf 'Basket\n===\n\n.. code:: nowhere\n\n* one\nbroken\n' >shop.rst
rstcheck shop.rst
