# expect: import_error js.node-json-import
# needs: node
mkdir src; echo '[]' >src/menu.json; echo '{"type": "module"}' >package.json
echo "import menu from './menu.json';" >src/a.test.js
node --test src
