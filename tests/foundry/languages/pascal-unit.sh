# expect: dependency_missing compiler.module
# needs: fpc
printf 'program shop;\nuses prices;\nbegin\nend.\n' >shop.pas
fpc -vew shop.pas
