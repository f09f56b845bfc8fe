# expect: syntax_error compiler.syntax
# needs: nasm
printf 'mov eax, totl(\nmvo ebx, 1\n' >shop.asm
nasm -f elf64 shop.asm
