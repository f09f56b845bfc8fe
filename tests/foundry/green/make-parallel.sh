# expect: success
# needs: make
printf 'all: errors timeouts failures\nerrors timeouts failures:\n\t@echo checking $@: 0 found\nclean:\n\t-rm nothing-here 2>/dev/null\n.PHONY: all clean errors timeouts failures\n' >Makefile
make -j2 && make --dry-run all && make -s
