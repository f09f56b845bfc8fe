# expect: test_timeout js.test-timeout
# needs: jest vitest jasmine playwright
ln -s /tmp/tools/node/node_modules node_modules; echo '{"name": "shop"}' >package.json
echo "test('calls back', done => {}, 50)" >a.test.js
jest --ci a.test.js
echo "import { test } from 'vitest'; test('waits', () => new Promise(() => {}), 50)" >b.test.mjs
vitest run b.test.mjs
mkdir spec; echo "it('waits', done => {}, 50)" >spec/a.js
jasmine 'spec/*.js'
echo "const { test } = require('@playwright/test'); test('waits', async () => { test.setTimeout(100); await new Promise(() => {}) })" >a.spec.js
playwright test a.spec.js
