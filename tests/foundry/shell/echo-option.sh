# expect: test_failure shell.echo-option
# needs: dash
printf '#!/bin/sh\necho -e "name number"\necho -e "apples 3"\n' >report.sh
printf 'name number\napples 3\n' >expected.txt
dash report.sh >out.txt
diff expected.txt out.txt
diff -u expected.txt out.txt | sed -E 's/[0-9]{4}-[0-9-]+ [0-9:.]+ [+-][0-9]{4}/2001-01-01 00:00:00.000000000 +0000/'
exit 1
