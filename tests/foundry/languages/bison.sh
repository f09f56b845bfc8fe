# expect: compile_error compiler.error
# needs: bison
printf '%%token NUM\n%%%%\ntotal: NUM | basket ;\n' >shop.y
bison shop.y
