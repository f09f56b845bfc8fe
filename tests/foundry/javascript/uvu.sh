# expect: test_failure js.uvu
# needs: uvu
ln -s /tmp/tools/more/node_modules node_modules
mkdir test; printf 'const { test } = require("uvu"); const assert = require("uvu/assert");\ntest("adds", () => assert.is(1 + 1, 3));\ntest("kept", () => {});\ntest.run();\n' >test/a.js
uvu test
