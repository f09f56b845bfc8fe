# expect: dependency_missing scheme.module
# needs: racket
printf '#lang racket\n(require shop/prices)\n' >shop.rkt
racket shop.rkt
