# expect: infrastructure network.http-5xx
# needs: python3 unshare ip
. "$FOUNDRY/faulty.sh"
python3 -c "import urllib.request; urllib.request.urlopen('$base/503/')" 2>&1 | tail -1
python3 -c "import requests; requests.get('$base/502/').raise_for_status()" 2>&1 | tail -1
exit 1
