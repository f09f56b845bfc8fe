# expect: configuration_error js.npm-missing-script
# needs: pnpm10
echo '{"name": "shop", "scripts": {"test": "exit 1"}}' >package.json
pnpm10 run tset
