# expect: syntax_error compiler.syntax
# needs: fpc
printf 'program shop;\nbegin\n  writeln(1\nend.\n' >shop.pas
fpc -vew shop.pas
