# expect: dependency_missing js.pnpm-exec
# needs: pnpm8 pnpm10
echo '{"name": "shop"}' >package.json
pnpm10 exec eslint-shop; pnpm8 exec eslint-shop src
