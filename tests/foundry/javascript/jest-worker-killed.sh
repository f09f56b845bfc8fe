# expect: out_of_memory js.jest-worker-killed
# needs: jest29 jest30
echo '{"name": "shop"}' >package.json
echo "test('counts every price', () => { process.kill(process.pid, 'SIGKILL'); while (true) {} })" >prices.test.js    # as the kernel does
echo "test('is empty', () => {})" >basket.test.js
jest29 --ci -w 2 --cacheDirectory cache29; jest30 --ci -w 2 --cacheDirectory cache30
