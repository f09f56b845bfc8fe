# expect: disk_space system.disk-full
# needs: mount node unshare
[ -n "${INSIDE:-}" ] || exec env INSIDE=1 unshare --mount bash "$0"
mkdir small && mount -t tmpfs -o size=200k tiny small
node -e 'require("fs").writeFileSync("small/out", "x".repeat(1e6))'
exit 1
