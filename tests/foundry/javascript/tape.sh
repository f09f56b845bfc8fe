# expect: test_failure tap.not-ok
# needs: tape-npm
mkdir node_modules; ln -s /tmp/tools/node/node_modules/tape node_modules/tape
echo "require('tape')('basket', t => { t.equal(2, 3, 'adds'); t.ok(1, 'is full'); t.end() })" >test.js
tape-npm test.js
