# expect: credential cloud.login
# needs: wrangler
export WRANGLER_SEND_METRICS=false
echo 'export default { fetch() { return new Response("a") } }' >index.js
printf 'name = "shop"\nmain = "index.js"\ncompatibility_date = "2024-01-01"\n' >wrangler.toml
timeout 60 wrangler deploy
