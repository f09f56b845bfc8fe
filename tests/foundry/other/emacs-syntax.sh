# expect: syntax_error emacs.syntax
# needs: emacs
printf '(defun cart-total (p)\n  (apply (quote +) p)\n' > a.el
emacs -Q --batch -f batch-byte-compile a.el; emacs -Q --batch -l a.el
