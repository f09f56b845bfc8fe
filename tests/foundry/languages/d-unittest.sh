# expect: test_failure d.unittest
# needs: ldc2
printf 'int total() { return 1; }\nunittest { assert(total() == 2); }\nvoid main() {}\n' >shop.d
ldc2 -unittest -main -of=shop shop.d 2>/dev/null || ldc2 -unittest -of=shop shop.d
./shop
