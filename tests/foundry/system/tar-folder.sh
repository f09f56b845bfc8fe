# expect: missing_file system.no-such-file
# needs: tar
tar -C out -cf site.tar .
