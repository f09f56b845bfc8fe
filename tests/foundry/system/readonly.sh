# expect: permission_denied system.read-only
# needs: mount python3 unshare
[ -n "${INSIDE:-}" ] || exec env INSIDE=1 unshare --mount bash "$0"
mkdir ro && mount -t tmpfs tiny ro && mount -o remount,ro ro
touch ro/stamp
python3 -c 'open("ro/out", "w")'
mkdir ro/new
echo 1 > ro/out.txt
