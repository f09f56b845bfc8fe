# expect: success
# needs: newman python3
mkdir -p site && echo '{"error": null}' >site/basket.json
python3 -m http.server 8399 -d site >/dev/null 2>&1 & server=$!
trap 'kill $server' EXIT
until (exec 3<>/dev/tcp/127.0.0.1/8399) 2>/dev/null; do sleep 0.1; done
printf '{"info": {"name": "errors", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"}, "item": [{"name": "missing page fails with 404", "request": {"url": "http://127.0.0.1:8399/nothing"}, "event": [{"listen": "test", "script": {"exec": ["pm.test(\\"status is 404 Not Found\\", () => pm.response.to.have.status(404))"]}}]}]}' >c.json
newman run c.json --color off
