# expect: import_error js.node-closed-package
# needs: node
mkdir lib
printf '{"name": "roster", "version": "1.0.0", "exports": {".": "./lib/index.js"}}\n' >package.json
printf 'module.exports = 1;\n' | tee lib/index.js >lib/format.js
node -e "require('roster/format')"
