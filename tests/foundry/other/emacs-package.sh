# expect: network emacs.connection
# needs: emacs
emacs -Q --batch --eval '(progn (require (quote package)) (setq package-check-signature nil package-archives (quote (("none" . "http://127.0.0.1:1/")))) (package-initialize) (package-refresh-contents) (package-install (quote shop-money)))'
