# expect: test_failure tests.buttercup
# needs: emacs
printf '(require (quote buttercup))\n(describe "basket" (it "adds" (expect (+ 1 1) :to-equal 3)) (it "keeps" (expect t :to-be t)))\n' >a.el
emacs -Q --batch --eval '(let ((default-directory "/usr/share/emacs/site-lisp/elpa/")) (normal-top-level-add-subdirs-to-load-path))' -l buttercup -l a.el -f buttercup-run
