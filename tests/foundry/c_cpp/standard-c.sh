# expect: compile_error c.old-standard
# needs: gcc
printf 'int sum(int n)\n{\n    int s = 0;\n    for (int i = 0; i < n; ++i) s += i;\n    return s;\n}\n' > sum.c
gcc -std=c89 -c sum.c
