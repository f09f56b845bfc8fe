# expect: success
# needs: node
cat > read.test.js <<'JS'
const { test, describe } = require("node:test");
const assert = require("node:assert");
const fs = require("node:fs");

describe("read", () => {
  test("throws Error: ENOENT: no such file or directory", () => {
    assert.throws(() => fs.readFileSync("none"), /ENOENT/);
  });
  test("rejects with TypeError: Cannot read properties of undefined (reading 'id')", () => {
    assert.throws(() => { let x; x.id; }, TypeError);
  });
  test("not ok 1 - reports failed tests", () => {});
  test("AssertionError [ERR_ASSERTION] is caught", () => {
    try { assert.equal(1, 2); } catch (error) { console.error(error.message); }
  });
  test("FAIL src/app.test.js", { skip: "flaky: times out" }, () => {});
  test("npm ERR! code ELIFECYCLE", { todo: true }, () => {});
});
JS
node --test --test-reporter=spec read.test.js
node --test --test-reporter=tap read.test.js
