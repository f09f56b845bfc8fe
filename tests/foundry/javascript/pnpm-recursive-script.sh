# expect: configuration_error js.pnpm-no-script
# needs: pnpm7 pnpm10
echo '{"name": "shop", "version": "1.0.0"}' >package.json; echo 'packages: ["packages/*"]' >pnpm-workspace.yaml
mkdir -p packages/basket packages/prices; echo '{"name": "basket"}' >packages/basket/package.json; echo '{"name": "prices"}' >packages/prices/package.json
pnpm7 -r run lint
pnpm7 --filter basket run lint
pnpm10 -r run lint
pnpm10 --filter basket run lint
pnpm10 -r exec tidy-basket
