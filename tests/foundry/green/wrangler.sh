# expect: success
# needs: wrangler
export WRANGLER_SEND_METRICS=false
echo 'export default { fetch() { return new Response("error", {status: 500}) } }' >errors.js
printf 'name = "errors"\nmain = "errors.js"\ncompatibility_date = "2024-01-01"\nnothing = 1\n' >wrangler.toml
timeout 80 wrangler deploy --dry-run --outdir out
