# expect: lint emacs.package-lint
# needs: emacs
printf ';;; shop.el --- Shop\n;;; Code:\n(defun total () 1)\n(provide (quote shop))\n;;; shop.el ends here\n' >shop.el
emacs -Q --batch --eval '(let ((default-directory "/usr/share/emacs/site-lisp/elpa/")) (normal-top-level-add-subdirs-to-load-path))' -l package-lint -f package-lint-batch-and-exit shop.el
