# expect: dependency_missing emacs.package
# needs: emacs
emacs -Q --batch --eval '(progn (require (quote package)) (setq package-archives nil) (package-initialize) (package-install (quote shop-money)))'
