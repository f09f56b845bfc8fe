# expect: compile_error other.perl-strict
# needs: perl
printf 'use strict;\n$total = 1;\nprint $total;\n' > cart.pl
perl cart.pl
printf 'use strict; use warnings;\nmy $o = bless {}, "Cart"; $o->total;\n' > b.pl; perl b.pl
perl -e 'use List::Util 99;'
