# expect: test_failure js.npm-test-script
# needs: npm npm6 npm8 yarn1 pnpm10
echo '{"name": "shop", "version": "1.0.0", "scripts": {"build": "exit 3", "test": "exit 1"}}' >package.json
npm6 run build
npm6 test
npm8 run build
npm run build
yarn1 run build
pnpm10 run build
