# expect: crash c.segmentation-fault
# needs: gcc
cat > main.c <<'C'
#include <signal.h>
#include <stdlib.h>
int main(int n, char** names) { raise(atoi(names[1])); return 0; }
C
gcc -o main main.c
cat > run.sh <<'S'
./main 11
./main 6
./main 8
./main 7
./main 4
S
ulimit -c 0
bash run.sh
