# expect: crash c.segmentation-fault
# needs: gcc
printf 'int main(void) { volatile int *p = 0; return *p; }\n' > main.c
gcc main.c -o planner
ulimit -c 0; ./planner
