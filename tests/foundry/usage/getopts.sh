# expect: configuration_error said.option
# needs: bash
while getopts ab o -z; do case $o in \?) exit 2 ;; esac; done
