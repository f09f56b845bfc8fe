# expect: deprecation js.node-buffer
# needs: node
cat > a.test.js <<'END'
const assert = require('node:assert');
const test = require('node:test');
test('encode', () => assert.equal(new Buffer('a').toString('hex'), '61'));
END
node --throw-deprecation --pending-deprecation --test
