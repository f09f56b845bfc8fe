# expect: compile_error racket.error
# needs: racket
printf '#lang racket\n(displayln totl)\n' >shop.rkt
racket shop.rkt
