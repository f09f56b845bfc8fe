# expect: test_failure js.assertion
# needs: node12
echo '{"name": "shop", "version": "1.0.0"}' >package.json
printf 'import test from "ava";\ntest("adds", t => { t.is(1 + 1, 3) });\ntest("keeps", t => { t.pass() });\ntest("throws", t => { throw new Error("no basket") });\n' >test.js
for version in 0 1; do
  ln -sfn /tmp/tools/managers/ava$version/node_modules node_modules
  node12 node_modules/ava/cli.js
done
