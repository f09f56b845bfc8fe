# expect: success
# needs: sha256sum
for f in error.log failed.txt timeout.csv; do echo $f >$f; done
sha256sum * >sums && sha256sum -c sums && md5sum error.log | md5sum -c -
cmp error.log error.log && diff -q error.log failed.txt || echo "the files differ, as they should"
