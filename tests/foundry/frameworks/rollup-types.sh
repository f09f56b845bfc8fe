# expect: type_error js.ts-bare-type
# needs: rollup2
ln -s /tmp/tools/frameworks/rollup2/node_modules node_modules; echo '{"compilerOptions": {"module": "esnext", "strict": true, "noEmitOnError": true, "types": []}}' >tsconfig.json
echo 'export const total: number = "three"' >index.ts
echo "import typescript from '@rollup/plugin-typescript'; export default { input: 'index.ts', output: { file: 'dist/shop.js', format: 'cjs' }, plugins: [typescript()] }" >rollup.config.mjs
rollup2 -c
