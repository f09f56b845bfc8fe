# expect: syntax_error js.swc-syntax
# needs: node
ln -s /tmp/tools/managers/swc/node_modules node_modules
cat >build.js <<'END'
const swc = require('@swc/core')
const sources = ['export function total(a) {\n  return (await a).sum\n}\n', 'export const total = ;\n', 'const total = 1\nawait total\nreturn total\n',
  'class Shop { constructor() {} constructor() {} }\n', 'function f() { import a from "a" }\n', 'let a = 08n\n', '"use strict"; with (a) { b }\n', 'const a = 1; a++ = 2\n']
for (const source of sources) {
  try { swc.transformSync(source, { filename: 'shop.ts', jsc: { parser: { syntax: 'typescript' } } }); console.log('fine') } catch (error) { console.log(error.message.split('Stack backtrace')[0]) }
}
process.exit(1)
END
node build.js
