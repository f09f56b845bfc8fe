# expect: missing_file system.source-not-found
# needs: bash
printf '. shunit2\n' >run.sh
bash --posix run.sh
