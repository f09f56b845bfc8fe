# expect: test_failure ert.failed
# needs: emacs
printf "(require 'ert)\n(ert-deftest cart-total () (should (equal 3 (+ 1 1))))\n(ert-deftest cart-name () (error \"no name\"))\n(ert-deftest cart-fine () (should t))\n" > t.el
emacs -Q --batch -l t.el -f ert-run-tests-batch-and-exit
