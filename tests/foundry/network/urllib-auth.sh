# expect: credential network.http-auth
# needs: python3 unshare ip
. "$FOUNDRY/faulty.sh"
python3 -c "import urllib.request; urllib.request.urlopen('$base/401/')"
python3 -c "import requests; requests.get('$base/401/').raise_for_status()"
