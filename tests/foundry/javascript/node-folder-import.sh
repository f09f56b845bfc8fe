# expect: import_error js.node-folder-import
# needs: node
mkdir -p src/units; echo 'export const a = 1;' >src/units/index.js
echo "import { a } from './units';" >src/sound.js
echo "import '../src/sound.js';" >src/a.test.js; sed -i 's,\.\./src/,./,' src/a.test.js
echo '{"type": "module"}' >package.json
node --test src
