# expect: dependency_missing compiler.module
# needs: swig
printf '%%module shop\n%%include "prices.i"\n' >shop.i
swig -python shop.i
