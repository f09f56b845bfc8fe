# expect: dependency_missing js.cra-package
# needs: react-scripts3
ln -s /tmp/tools/frameworks/react3/node_modules node_modules; export SKIP_PREFLIGHT_CHECK=true NODE_OPTIONS=--openssl-legacy-provider
mkdir public src; echo '<div id="root"></div>' >public/index.html
echo '{"name": "shop", "version": "0.1.0", "private": true, "eslintConfig": {"extends": "react-app"}, "browserslist": ["last 1 chrome version"]}' >package.json
printf "import React from 'react'\nimport ReactDOM from 'react-dom'\nimport Shelf from 'left-shelf'\n\nReactDOM.render(<Shelf />, document.getElementById('root'))\n" >src/index.js
react-scripts3 build
