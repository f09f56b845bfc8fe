# expect: dependency_missing emacs.feature
# needs: emacs
echo "(require 'shop-money)" > cart.el
emacs -Q --batch -l cart.el
