# expect: crash lisp.unhandled
# needs: sbcl
printf '(print (totl 1))\n' >shop.lisp
sbcl --noinform --non-interactive --load shop.lisp
