# expect: quality_gate checks.reuse
# needs: reuse
git init -q .; echo 'int a;' >shop.c
reuse lint
