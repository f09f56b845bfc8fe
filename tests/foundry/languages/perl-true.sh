# expect: compile_error perl.not-true
# needs: perl
printf 'package Count;\nsub one { return 1 }\nour $LIMIT = 0;\n' > Count.pm
printf 'use strict;\nuse warnings;\nuse lib ".";\nuse Count;\nprint Count::one();\n' > count.t
perl count.t
