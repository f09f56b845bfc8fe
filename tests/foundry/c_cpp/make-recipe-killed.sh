# expect: out_of_memory make.recipe-killed
# needs: make
printf 'test:\n\tkill -9 $$$$\n' > Makefile
make
