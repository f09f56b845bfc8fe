# expect: compile_error perl.strict
# needs: perl
printf 'use strict;\n$total = 1;\nprint $total;\n' > cart.pl
perl cart.pl
