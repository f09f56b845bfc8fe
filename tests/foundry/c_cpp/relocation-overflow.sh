# expect: link_error ld.relocation-overflow
# needs: gcc
printf 'char far[3UL << 30]; char other[3UL << 30]; int main(void) { return far[1] + other[5]; }\n' > main.c
gcc -c main.c && gcc main.o -o till
