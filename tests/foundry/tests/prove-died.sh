# expect: test_failure tap.parse-error
# needs: prove
mkdir t && printf 'use strict; use warnings;\nuse Test::More tests => 3;\nok 1, "a price";\ndie "no prices.csv\\n";\n' >t/basket.t
printf 'use Test::More tests => 1;\nok 1;\n' >t/till.t
prove t
