# expect: success
# needs: jest
cat > errors.test.js <<'JS'
describe("errors", () => {
  test("throws Error: ENOENT: no such file or directory", () => expect(() => require("fs").readFileSync("none")).toThrow(/ENOENT/));
  test("FAIL is printed", () => { console.error("Error: connect ECONNREFUSED 127.0.0.1:5432"); });
  test("● Test suite failed to run", () => { console.warn("Cannot find module 'x' from 'y.js'"); });
  test.skip("exceeded timeout of 5000 ms", () => {});
  test.todo("handle TypeError: x is not a function");
});
JS
echo '{}' > package.json
jest --verbose --watchman=false; jest --watchman=false --coverage
