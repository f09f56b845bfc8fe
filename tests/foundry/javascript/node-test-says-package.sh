# expect: test_failure tap.not-ok
# needs: node
mkdir test
cat > test/a.test.js <<'JS'
const test = require('node:test');
test('name', () => { throw new Error(`Package name can't be "empty"`); });
test('path', () => { throw new Error(`Package subpath '' can't be "empty"`); });
JS
node --test test/
