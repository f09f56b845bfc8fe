# expect: test_failure contracts.newman
# needs: newman python3 unshare ip
. "$FOUNDRY/faulty.sh"
printf '{"info": {"name": "shop", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"}, "item": [{"name": "basket", "request": {"url": "%s/503/basket"}, "event": [{"listen": "test", "script": {"exec": ["pm.test(\\"status is 200\\", () => pm.response.to.have.status(200))"]}}]}]}' $base >c.json
newman run c.json --color off
