# expect: link_error ld.named
# needs: clang wasm-ld
printf 'int price(int);\nint total(int a) { return price(a); }\n' >shop.c
clang --target=wasm32 -c shop.c -o shop.o && wasm-ld --no-entry --export=total shop.o -o shop.wasm
