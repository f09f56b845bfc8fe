# expect: success
# needs: node
printf 'const test = require("node:test"), assert = require("node:assert")\ntest("a refused connection is an error", async () => {\n  await assert.rejects(fetch("http://127.0.0.1:9999/"), e => { console.error("Error: fetch failed", e.cause); return true })\n})\ntest("missing files are reported", () => { assert.throws(() => require("fs").readFileSync("/nothing"), /ENOENT/) })\nprocess.emitWarning("the error option is deprecated", "DeprecationWarning")\n' >errors.test.js
node --test
