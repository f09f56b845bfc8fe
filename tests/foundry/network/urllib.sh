# expect: network network.python
# needs: python3 unshare ip
. "$FOUNDRY/faulty.sh"
get() { python3 -c "import sys, urllib.request; urllib.request.urlopen(sys.argv[1], timeout=1).read()" "$1" 2>&1 | tail -1; }
get http://api.example.org/
get http://198.51.100.7:9/
get $base/reset/
get $base/close/
get $base/hang/
get $base/cut/
exit 1
