# expect: network packages.rsync
# needs: rsync ssh
echo a >a
rsync -a a rsync://127.0.0.1:9/shop/
rsync -a -e 'ssh -p 9' a 127.0.0.1:shop/
scp -P 9 a 127.0.0.1:b
