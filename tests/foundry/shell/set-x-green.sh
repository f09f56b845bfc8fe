# expect: success
# needs: bash make
printf 'set -x\necho "line 1: foo: command not found"\n: ./build.sh: Permission denied\ntype nothing-at-all || true\nls missing 2>/dev/null || true\n' >a.sh; bash a.sh
printf 'all:\n\techo "sh: 1: foo: not found" >/dev/null\n\t-false\n' >Makefile; make
