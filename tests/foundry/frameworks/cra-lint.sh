# expect: lint js.cra-lint
# needs: react-scripts
ln -s /tmp/tools/frameworks/react5/node_modules node_modules; export SKIP_PREFLIGHT_CHECK=true
mkdir public src; echo '<div id="root"></div>' >public/index.html
echo '{"name": "shop", "version": "1.0.0", "private": true, "dependencies": {"react": "^18.0.0"}, "eslintConfig": {"extends": "react-app"}, "browserslist": ["last 1 chrome version"]}' >package.json
printf "import { createRoot } from 'react-dom/client'\n\nconst price = totl\ncreateRoot(document.getElementById('root')).render(<p>{price}</p>)\n" >src/index.js
react-scripts build
