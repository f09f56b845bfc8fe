# expect: lint checks.coded
# needs: doc8
printf 'Basket\n======\n\nA line with trailing space. \nA line that is longer than it may be, by quite a few characters more than eighty.\n' >shop.rst
doc8 shop.rst
