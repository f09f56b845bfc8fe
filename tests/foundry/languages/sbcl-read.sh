# expect: syntax_error lisp.reader
# needs: sbcl
printf '(print (list 1 2)\n' >shop.lisp
sbcl --noinform --non-interactive --load shop.lisp
