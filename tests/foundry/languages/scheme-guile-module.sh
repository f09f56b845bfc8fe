# expect: dependency_missing scheme.module
# needs: guile
printf '(use-modules (shop prices))\n' >shop.scm
guile --no-auto-compile shop.scm
