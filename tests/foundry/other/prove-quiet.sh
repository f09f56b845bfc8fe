# expect: test_failure perl.failed-test
# needs: prove
mkdir t; printf 'use Test::More tests => 2;\nis(1 + 1, 3, "total");\nok(1, "name");\n' > t/cart.t
prove t
