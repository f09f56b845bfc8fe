# expect: type_error compiler.type
# needs: fpc
printf 'program shop;\nvar n: integer;\nbegin\n  n := '"'three'"';\n  totl := 2;\nend.\n' >shop.pas
fpc -vew shop.pas
