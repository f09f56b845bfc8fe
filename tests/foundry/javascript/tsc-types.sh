# expect: type_error js.ts-types-missing
# needs: tsc
mkdir -p node_modules/old; echo 'module.exports = 1' >node_modules/old/index.js; echo '{"name": "old", "version": "1.0.0"}' >node_modules/old/package.json
echo "console.log(process.env.HOME)
const fs = require('fs')
describe('a', () => {})
import old from 'old'
old.run()" >a.ts
tsc --noEmit --strict a.ts
echo '{"compilerOptions": {"types": ["node"]}, "files": ["b.ts"]}' >tsconfig.json; echo "export {}" >b.ts
tsc --noEmit
