# expect: disk_space system.disk-full
# needs: mount python3 tar gcc git cp unshare
[ -n "${INSIDE:-}" ] || exec env INSIDE=1 unshare --mount bash "$0"
mkdir small && mount -t tmpfs -o size=300k tiny small
tar cf - /usr/share/common-licenses | tar xf - -C small
cp /bin/bash small/
dd if=/dev/zero of=small/big bs=64k
echo text > small/note
python3 -c 'open("small/out", "w").write("x" * 10**6)'
echo 'int main(void) { return 0; }' > main.c && gcc -g3 -o small/main main.c
git init -q small/repo
gzip -c /bin/bash > small/bash.gz
exit 1
