# expect: test_failure tap.not-ok
# needs: qunit
mkdir test; printf 'QUnit.module("basket");\nQUnit.test("adds", a => a.equal(1 + 1, 3));\nQUnit.test("kept", a => a.ok(true));\n' >test/a.js
qunit
