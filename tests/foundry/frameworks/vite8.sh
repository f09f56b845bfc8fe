# expect: dependency_missing js.vite-package-missing
# needs: vite8
echo '{"name": "shop", "type": "module"}' >package.json
echo '<script type="module" src="/main.js"></script>' >index.html
echo "import './nope.js'" >main.js
vite8 build
echo "import { shelf } from 'left-shelf'; console.log(shelf)" >main.js
vite8 build
