# expect: dependency_missing js.vite-package-missing
# needs: vite
ln -s /tmp/tools/node/node_modules node_modules; echo '{"name": "shop", "type": "module"}' >package.json
echo '<script type="module" src="/main.js"></script>' >index.html
echo "import './nope.js'" >main.js
vite build
echo "import 'left-shelf'" >main.js
vite build
