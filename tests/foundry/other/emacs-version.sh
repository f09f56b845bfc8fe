# expect: toolchain emacs.version
# needs: emacs
printf ';;; cart.el --- cart\n;; Version: 1\n;; Package-Requires: ((emacs "99.1"))\n;;; Code:\n(provide (quote cart))\n;;; cart.el ends here\n' > cart.el
emacs -Q --batch --eval '(progn (require (quote package)) (setq package-archives nil) (package-initialize) (package-install-file "cart.el"))'
