# expect: type_error compiler.type
# needs: gprbuild
mkdir obj; printf 'project Shop is\n   for Object_Dir use "obj";\n   for Main use ("shop.adb");\nend Shop;\n' >shop.gpr
printf 'procedure Shop is\n   Total : Integer := "three";\nbegin\n   null;\nend Shop;\n' >shop.adb
gprbuild -P shop.gpr
