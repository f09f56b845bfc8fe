# expect: network network.python-tls
# needs: python3 unshare ip
. "$FOUNDRY/faulty.sh"
get() { python3 -c "$@" 2>&1 | tail -1; }
get "import urllib.request; urllib.request.urlopen('https://198.51.100.7:8443/')"
get "import requests; requests.get('https://198.51.100.7:8442/', verify='/tmp/foundry/packages.example.org300.pem')"
exit 1
