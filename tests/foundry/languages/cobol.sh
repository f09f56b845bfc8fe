# expect: compile_error compiler.error
# needs: cobc
printf '       IDENTIFICATION DIVISION.\n       PROGRAM-ID. SHOP.\n       PROCEDURE DIVISION.\n           DISPLAY TOTAL.\n           STOP RUN.\n' >shop.cob
cobc -x shop.cob
