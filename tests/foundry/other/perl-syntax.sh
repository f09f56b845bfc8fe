# expect: syntax_error perl.syntax
# needs: perl
printf 'use strict;\nmy $x = 1\nmy $y = 2;\n' > cart.pl
perl -c cart.pl
