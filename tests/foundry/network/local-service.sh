# expect: infrastructure network.local-service
# needs: node python3 curl unshare ip
. "$FOUNDRY/faulty.sh"
node -e 'require("net").connect(5432, "127.0.0.1")'
node -e 'fetch("http://localhost:5432/")'
python3 -c "import asyncio; asyncio.run(asyncio.open_connection('127.0.0.1', 6379))"
curl -sS http://localhost:9200/
python3 -c "import requests; requests.get('http://localhost:9200/')" 2>&1 | tail -1
exit 1
