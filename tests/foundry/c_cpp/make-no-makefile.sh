# expect: missing_file make.no-makefile
# needs: make
mkdir src; make; make -C src
