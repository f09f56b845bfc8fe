# expect: rate_limit network.http-429
# needs: python3 unshare ip
. "$FOUNDRY/faulty.sh"
get() { python3 -c "import sys, urllib.request; urllib.request.urlopen(sys.argv[1], timeout=1).read()" "$1" 2>&1 | tail -1; }
get $base/404/
get $base/429/
exit 1
