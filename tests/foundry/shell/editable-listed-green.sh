# expect: success
printf -- '-e ./shelf\n' >b.txt
: >a.txt
diff -u a.txt b.txt | sed -E 's/[0-9]{4}-[0-9-]+ [0-9:.]+ [+-][0-9]{4}/2001-01-01 00:00:00.000000000 +0000/'
true
