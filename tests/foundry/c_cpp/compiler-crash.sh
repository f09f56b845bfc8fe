# expect: crash c.compiler-crash
# needs: gcc python3
python3 -c 'print("int total = " + "(" * 60000 + "1" + ")" * 60000 + ";")' >prices.c
ulimit -s 512
gcc -c prices.c
