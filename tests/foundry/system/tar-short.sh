# expect: disk_space system.tar-short
# needs: tar mount
mkdir small till && head -c 300000 /dev/zero >till/price.bin && tar -cf till.tar till
mount -t tmpfs -o size=100k small small
tar -xf till.tar -C small
