# expect: credential cloud.login
# needs: wrangler
echo 'name = "shop"
main = "shop.js"
compatibility_date = "2024-01-01"
account_id = "00000000000000000000000000000000"' >wrangler.toml; echo 'export default { fetch() { return new Response("basket") } }' >shop.js
python3 $FOUNDRY/cloudflare.py & server=$!
sleep 1; export WRANGLER_SEND_METRICS=false
CLOUDFLARE_API_BASE_URL=http://127.0.0.1:4593 CLOUDFLARE_API_TOKEN=shop wrangler deploy; status=$?
kill $server; exit $status
