# expect: dependency_missing js.rollup-peer-missing
# needs: rollup3
ln -s /tmp/tools/frameworks/rollup3/node_modules node_modules; echo '{"compilerOptions": {"module": "esnext"}}' >tsconfig.json
echo 'export const total: number = 1' >index.ts
echo "import typescript from '@rollup/plugin-typescript'; export default { input: 'index.ts', output: { file: 'dist/shop.js', format: 'cjs' }, plugins: [typescript()] }" >rollup.config.mjs
rollup3 -c
