# expect: crash perl.died
# needs: perl
printf 'use strict; use warnings;\nsub total { die "no prices" } total();\n' >shop.pl
perl shop.pl
