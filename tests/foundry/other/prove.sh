# expect: test_failure perl.failed-test
# needs: prove
mkdir t; printf 'use Test::More tests => 3;\nis(1 + 1, 3, "total");\nok(1, "name");\nlike("abc", qr/x/);\n' > t/cart.t
prove -v t
