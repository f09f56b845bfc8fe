# expect: dependency_missing lisp.package
# needs: sbcl
printf '(prices:total 1)\n' >shop.lisp
sbcl --noinform --non-interactive --load shop.lisp
