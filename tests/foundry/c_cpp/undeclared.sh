# expect: compile_error c.undeclared
# needs: gcc g++ clang
cat > send.c <<'C'
int send_all(int n) { return n + retry_budget; }
frame_t *head;
C
gcc -c send.c; g++ -c -x c++ send.c; clang -c send.c
