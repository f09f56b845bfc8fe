# expect: compile_error emacs.byte-compile
# needs: emacs
printf ';;; a.el --- a -*- lexical-binding: t -*-\n(defun cart-total (p) (missing-sum 1))\n' > a.el
emacs -Q --batch --eval '(setq byte-compile-error-on-warn t)' -f batch-byte-compile a.el
