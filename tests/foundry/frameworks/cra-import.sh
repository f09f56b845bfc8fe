# expect: import_error js.webpack-no-export
# needs: react-scripts
ln -s /tmp/tools/frameworks/react5/node_modules node_modules; export SKIP_PREFLIGHT_CHECK=true
mkdir public src; echo '<div id="root"></div>' >public/index.html
echo '{"name": "shop", "version": "1.0.0", "private": true, "dependencies": {"react": "^18.0.0"}, "browserslist": ["last 1 chrome version"]}' >package.json
printf "import { createRoot } from 'react-dom/client'\nimport { total } from './basket'\n\ncreateRoot(document.getElementById('root')).render(<p>{total}</p>)\n" >src/index.js; echo 'export const sum = 1' >src/basket.js
DISABLE_ESLINT_PLUGIN=true react-scripts build
