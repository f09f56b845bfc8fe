# expect: missing_file scons.source
# needs: scons
printf 'Program("shop", ["shop.c"])\n' >SConstruct
scons
