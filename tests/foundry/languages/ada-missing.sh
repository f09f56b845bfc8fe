# expect: dependency_missing compiler.module
# needs: gnatmake
printf 'with Prices;\nprocedure Shop is\nbegin\n   Prices.Run;\nend Shop;\n' >shop.adb
gnatmake shop.adb
