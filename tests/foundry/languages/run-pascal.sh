# expect: crash run.uncaught
# needs: fpc
printf 'program shop;\nvar a, b: integer;\nbegin\n  a := 0; b := 1 div a; writeln(b);\nend.\n' >shop.pas; fpc -v0 shop.pas >/dev/null 2>&1; ./shop
