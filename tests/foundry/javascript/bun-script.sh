# expect: configuration_error js.bun-script
# needs: bun
echo '{"name": "shop", "scripts": {"test": "exit 1"}}' >package.json
bun run nowhere
