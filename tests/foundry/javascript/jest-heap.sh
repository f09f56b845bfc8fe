# expect: out_of_memory js.jest-worker-killed
# needs: jest29
echo '{"name": "shop"}' >package.json
echo "test('keeps every price', () => { const all = []; for (;;) all.push(new Array(100000).fill('price' + all.length)) })" >prices.test.js
echo "test('is empty', () => {})" >basket.test.js
NODE_OPTIONS=--max-old-space-size=64 jest29 --ci -w 2 --cacheDirectory cache29
