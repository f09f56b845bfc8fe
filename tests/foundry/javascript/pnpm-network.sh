# expect: network js.pnpm-network
# needs: pnpm10
echo '{"name": "shop", "dependencies": {"left": "~1.0.0"}}' >package.json
npm_config_fetch_retries=0 npm_config_registry=http://127.0.0.1:9/ pnpm10 install --no-frozen-lockfile
