# expect: lint emacs.checkdoc
# needs: emacs
printf '(defun total () 1)\n' >shop.el
emacs -Q --batch --eval '(checkdoc-file "shop.el")' 2>&1 | tee found; [ ! -s found ]
