# expect: crash run.uncaught
# needs: gnatmake
printf 'procedure Shop is\n   type A is array (1 .. 2) of Integer;\n   B : A := (1, 2);\n   N : Integer := 3;\nbegin\n   B (N) := 1;\nend Shop;\n' >shop.adb; gnatmake -q shop.adb 2>/dev/null; ./shop
