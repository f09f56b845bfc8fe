# expect: test_failure tap.parse-error
# needs: prove
mkdir t; printf 'use Test::More tests => 2;\nok(1);\nexit 0;\n' > t/plan.t; printf 'print "1..2\\nok 1\\n";\nexit 0;\n' > t/short.t
prove t
