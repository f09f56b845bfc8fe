# expect: out_of_memory c.compiler-memory
# needs: g++
cat > main.cpp <<'C'
#define A(x) x, x, x, x, x, x, x, x, x, x
int table[] = {A(A(A(A(A(A(1))))))};
C
ulimit -v 120000
g++ -c main.cpp
