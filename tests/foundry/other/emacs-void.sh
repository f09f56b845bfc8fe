# expect: import_error emacs.void
# needs: emacs
echo '(message "%s" cart-total)' > a.el; echo '(cart-total 1)' > b.el
emacs -Q --batch -l a.el; emacs -Q --batch -l b.el
