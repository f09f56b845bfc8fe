# expect: success
# needs: emacs
cat > errors.el <<'E'
;;; errors.el --- failures -*- lexical-binding: t -*-
;;; Code:
(defun errors-fail (unused) "Signal." (error "Cannot open load file"))
(defun errors-old () (point-at-eol) (some-missing-function))
(provide 'errors)
;;; errors.el ends here
E
cat > errors-test.el <<'E'
(require 'ert) (load-file "errors.el")
(ert-deftest errors-void-variable () (should-error (eval 'no-such-variable)))
(ert-deftest errors-test-FAILED () (should-error (errors-fail 1)))
(ert-deftest errors-known () :expected-result :failed (should nil))
(ert-deftest errors-skip () (skip-unless nil))
E
emacs -Q --batch -f batch-byte-compile errors.el
emacs -Q --batch -l errors-test.el -f ert-run-tests-batch-and-exit
