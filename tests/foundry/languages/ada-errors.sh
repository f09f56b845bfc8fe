# expect: type_error compiler.type
# needs: gnatmake
printf 'procedure Shop is\n   Total : Integer := "three";\nbegin\n   Totl := 2;\nend Shop;\n' >shop.adb
gnatmake shop.adb
