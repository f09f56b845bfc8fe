# expect: dependency_missing other.emacs-feature
# needs: emacs
echo "(require 'shop-money)" > cart.el
emacs -Q --batch -l cart.el
