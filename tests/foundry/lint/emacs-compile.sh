# expect: compile_error emacs.byte-compile
# needs: emacs
printf ';;; shop.el -*- lexical-binding: t -*-\n(defun total (a) (setq sum (+ a prices)) (missing-one a))\n(provide (quote shop))\n' >shop.el
emacs -Q --batch --eval '(setq byte-compile-error-on-warn t)' -f batch-byte-compile shop.el
