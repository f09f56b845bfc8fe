# expect: missing_file ant.no-build-file
# needs: ant
ant
