# expect: dependency_missing lisp.package
# needs: sbcl
printf '(require :prices)\n' >shop.lisp
sbcl --noinform --non-interactive --load shop.lisp
