# expect: network packages.rsync
# needs: rsync ssh
echo a >a
rsync -a a rsync://127.0.0.1:9/shop/
exit 1
