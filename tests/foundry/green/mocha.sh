# expect: success
# needs: mocha jest
mkdir test
cat > test/errors.js <<'JS'
const assert = require("assert");
describe("1) errors", () => {
  it("AssertionError [ERR_ASSERTION]: Expected values to be strictly equal", () => assert.throws(() => assert.strictEqual(1, 2)));
  it("Timeout of 2000ms exceeded", done => { console.error("Error: Timeout of 2000ms exceeded"); done(); });
  it("rejects: TypeError: fetch failed", async () => { await assert.rejects(Promise.reject(new TypeError("fetch failed"))); });
  it.skip("1 failing", () => {});
});
JS
PATH=$(dirname "$(command -v jest)"):$PATH
mocha && mocha -R tap && mocha -R dot
