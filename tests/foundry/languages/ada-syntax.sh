# expect: syntax_error compiler.syntax
# needs: gnatmake
printf 'procedure Shop is\nbegin\n   if True then\n      null\n   end if;\nend Shop;\n' >shop.adb
gnatmake shop.adb
