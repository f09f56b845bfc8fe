# expect: missing_file make.no-rule
# needs: make
printf 'app: src/main.o src/route.o\n\tcc -o $@ $^\n' > Makefile
mkdir src; echo 'int main(void) { return 0; }' > src/main.c
make
