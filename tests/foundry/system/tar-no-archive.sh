# expect: missing_file system.no-such-file
# needs: tar gzip
tar xzf till.tar.gz
