# expect: crash emacs.error
# needs: emacs
emacs -Q --batch --eval '(error "no price")'
