# expect: crash perl.undefined
# needs: perl
printf 'use strict; use warnings;\nmy $o = bless {}, "Cart"; $o->total;\n' > a.pl; printf 'use strict;\ntotal(1);\n' > b.pl; printf 'use strict;\nmy $o; $o->total;\n' > c.pl
perl a.pl; perl b.pl; perl c.pl
