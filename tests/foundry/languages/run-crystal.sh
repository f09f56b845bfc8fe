# expect: crash run.uncaught
# needs: crystal
printf 'raise "no prices"\n' >a.cr; crystal build --no-color a.cr && ./a
