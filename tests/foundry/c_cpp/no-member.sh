# expect: compile_error c.no-member
# needs: gcc g++ clang
cat > job.c <<'C'
struct job { int id; };
int owner(struct job *j) { return j->owner; }
C
gcc -c job.c; g++ -c -x c++ job.c; clang -c job.c
