# expect: missing_file make.no-rule
# needs: make
printf 'app: main.o util.o\n\ttrue\nmain.o:\n\ttouch main.o\n' > Makefile
make app
