# expect: out_of_memory make.recipe-killed
# needs: make
printf 'all:\n\tsh -c "kill -9 $$$$"\n' > Makefile
make
