# expect: out_of_memory system.killed-make
# needs: make
printf 'all:\n\tsh -c "kill -9 $$$$"\n' > Makefile
make
