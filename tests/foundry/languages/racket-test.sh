# expect: test_failure racket.test
# needs: raco
printf '#lang racket/base\n(require rackunit)\n(check-equal? (+ 1 1) 3 "adds")\n' >shop.rkt
raco test shop.rkt
