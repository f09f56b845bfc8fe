# expect: success
# needs: gnatmake
printf 'with Ada.Text_IO; use Ada.Text_IO;\nprocedure Errors is\n   Failure : exception;\n   Unused : Integer := 1;\nbegin\n   raise Failure with "timed out";\nexception\n   when Failure => Put_Line ("raised FAILURE : caught");\nend Errors;\n' > errors.adb
gnatmake -gnatwa errors.adb && ./errors
