# expect: disk_space system.disk-full
# needs: mount unshare
[ -n "${INSIDE:-}" ] || exec env INSIDE=1 unshare --mount bash "$0"
mkdir small && mount -t tmpfs -o nr_inodes=3 tiny small
touch small/a small/b small/c small/d
