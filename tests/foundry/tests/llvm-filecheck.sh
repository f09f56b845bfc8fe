# expect: test_failure tests.filecheck
# needs: gcc
printf 'total: 2\n' >out.txt; printf 'CHECK: total: 3\n' >check.txt
/usr/lib/llvm-14/bin/FileCheck check.txt <out.txt
