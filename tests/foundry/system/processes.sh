# expect: infrastructure system.no-processes
# needs: bash setpriv
chmod 755 .
setpriv --reuid 64123 --clear-groups bash -c 'ulimit -u 1; (sleep 1)' 
exit 1
