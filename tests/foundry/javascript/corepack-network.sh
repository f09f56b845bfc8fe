# expect: network js.corepack-network
# needs: corepack30
echo '{"name": "shop", "packageManager": "pnpm@10.12.1"}' >package.json
COREPACK_NPM_REGISTRY=https://127.0.0.1:9 corepack30 pnpm install
COREPACK_NPM_REGISTRY=https://127.0.0.1:9 corepack30 use pnpm@10
