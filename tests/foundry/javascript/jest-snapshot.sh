# expect: test_failure js.jest-snapshot
# needs: jest
echo '{"name": "shop"}' >package.json
echo "test('looks right', () => expect({a: 1}).toMatchSnapshot())" >a.test.js
mkdir __snapshots__; printf '// Jest Snapshot v1, https://jestjs.io/docs/snapshot-testing\n\nexports[`looks right 1`] = `\n{\n  "a": 2,\n}\n`;\n' >__snapshots__/a.test.js.snap
jest --ci
