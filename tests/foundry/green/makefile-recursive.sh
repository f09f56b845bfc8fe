# expect: success
# needs: make
mkdir errors docs
printf 'SUBDIRS = errors docs\nall check clean:\n\t@for d in $(SUBDIRS); do $(MAKE) -C $$d $@ || exit 1; done\n\t-test -d none\n' > Makefile
for d in errors docs; do printf 'all:\n\t@echo "building %s: 0 errors"\ncheck: all\n\t! grep -q FAILED Makefile.log 2>/dev/null\nclean:\n\t-rm -f *.o\n\t@-rmdir none\n' $d > $d/Makefile; done
make all; make check; make clean
