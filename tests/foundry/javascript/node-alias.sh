# expect: import_error js.node-esm-local-missing
# needs: node
mkdir -p src/storage
echo '{"name": "larder", "type": "module", "imports": {"#store/*": "./src/store/*.js"}}' >package.json
echo 'export const a = 1;' >src/storage/memory.js
echo "import { a } from '#store/memory';" >src/index.js
echo "require('#store/memory');" >src/index.cjs
node src/index.cjs; node src/index.js
