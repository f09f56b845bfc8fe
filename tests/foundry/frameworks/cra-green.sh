# expect: success
# needs: react-scripts
ln -s /tmp/tools/frameworks/react5/node_modules node_modules; export SKIP_PREFLIGHT_CHECK=true
mkdir public src; echo '<div id="root"></div>' >public/index.html
echo '{"name": "shop", "version": "1.0.0", "private": true, "dependencies": {"react": "^18.0.0"}, "eslintConfig": {"extends": "react-app"}, "browserslist": ["last 1 chrome version"]}' >package.json
printf "import { createRoot } from 'react-dom/client'\nimport { useState } from 'react'\n\nconst unused = 3\ncreateRoot(document.getElementById('root')).render(<p>Basket</p>)\n" >src/index.js
CI= react-scripts build
