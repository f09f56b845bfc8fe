# expect: dependency_missing emacs.feature
# needs: emacs
# Without the backtrace, as every Emacs before 28 prints errors.
echo "(require 'shop-money)" > a.el; echo '(message "%s" cart-total)' > b.el; echo '(cart-total 1)' > c.el; echo '(error "no price")' > d.el
for f in b c d a; do emacs -Q --batch --eval '(setq backtrace-on-error-noninteractive nil)' -l $f.el; done
