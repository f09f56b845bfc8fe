# expect: missing_file system.nothing-there
# needs: cat
cat VERSION
