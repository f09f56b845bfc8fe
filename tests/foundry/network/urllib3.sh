# expect: network network.urllib3
# needs: python3
. "$FOUNDRY/faulty.sh"
cat >shop.py <<'P'
import sys, requests
for url in sys.argv[1:]:
    try:
        print(requests.get(url, timeout=2).json())
    except requests.exceptions.RequestException as e:
        print(f"ERROR: {e}", file=sys.stderr)
        failed = True
sys.exit(failed)
P
/usr/bin/python3 shop.py $base/hang/prices.json http://198.51.100.7:9/prices.json
