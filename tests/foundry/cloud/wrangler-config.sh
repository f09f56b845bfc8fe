# expect: configuration_error cloud.wrangler
# needs: wrangler
export WRANGLER_SEND_METRICS=false
printf 'name = "Shop Basket"\nmain = "index.js"\ncompatibility_date = 2024\n' >wrangler.toml
timeout 60 wrangler deploy --dry-run
printf 'name = "shop"\n' >wrangler.toml
timeout 60 wrangler deploy --dry-run
printf 'name = "shop"\nmain = "nothing.js"\ncompatibility_date = "2024-01-01"\n' >wrangler.toml
timeout 60 wrangler deploy --dry-run
