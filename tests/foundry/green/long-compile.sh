# expect: success
# needs: gcc make
# A long parallel build, commands echoed, one file per kind of error.
mkdir src
for n in $(seq 120); do printf 'int error_%d(int code) { return code; }\n' $n > src/error_$n.c; done
echo 'int error_1(int); int main(void) { return error_1(0); }' > src/main.c
printf 'SRC = $(wildcard src/*.c)\nOBJ = $(SRC:.c=.o)\napp: $(OBJ)\n\t$(CC) -o $@ $(OBJ)\n%%.o: %%.c\n\t$(CC) -Wall -Werror=return-type -Wfatal-errors -fno-strict-overflow -DERROR_FATAL=1 -c $< -o $@\n' > Makefile
make -j2 && ./app && make -q && echo "up to date"
