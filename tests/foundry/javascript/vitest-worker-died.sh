# expect: crash js.vitest-worker-died
# needs: vitest1 vitest3 vitest4
echo '{"name": "shop", "type": "module"}' >package.json
echo "import { test } from 'vitest'; test('counts every price', () => { process.kill(process.pid, 'SIGSEGV') })" >prices.test.js
for version in 1 3 4; do
  ln -sfn /tmp/tools/managers/vitest$version/node_modules node_modules
  timeout 60 vitest$version run --pool=forks
done
