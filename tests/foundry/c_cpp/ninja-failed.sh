# expect: compile_error c.undeclared
# needs: ninja gcc
cat > build.ninja <<'N'
rule cc
  command = gcc -c $in -o $out
build a.o: cc a.c
build b.o: cc b.c
N
echo 'int a;' > a.c; echo 'int b(void) { return lost_name_of_b; }' > b.c
ninja
