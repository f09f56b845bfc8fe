# expect: infrastructure js.vitest-pool
# needs: vitest1
echo '{"name": "shop", "type": "module"}' >package.json
echo "import { test } from 'vitest'
for (let i = 0; i < 40; i++) test('is empty ' + i, async () => { await new Promise(r => setTimeout(r, 100)) })" >prices.test.js
echo "let told = false
export default class { onTaskUpdate() { const end = Date.now() + (told ? 0 : 64000); told = true; while (Date.now() < end); } }" >slow-reporter.js    # as on a machine that is overloaded
ln -sfn /tmp/tools/managers/vitest1/node_modules node_modules
timeout 200 vitest1 run --reporter=default --reporter=./slow-reporter.js
