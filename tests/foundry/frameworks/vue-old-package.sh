# expect: dependency_missing js.webpack-friendly-package
# needs: vue-cli-service4
ln -s /tmp/tools/frameworks/vuecli4/node_modules node_modules
mkdir src public; echo "<div id=app></div>" >public/index.html; echo '{"name": "shop", "version": "1.0.0", "private": true, "devDependencies": {"@vue/cli-service": "^4.0.0"}, "browserslist": ["last 1 chrome version"]}' >package.json
printf "import Vue from 'vue'\nimport shelf from 'left-shelf'\nimport money from '@shop/money'\n\nnew Vue({ render: h => h(shelf, money) }).\$mount('#app')\n" >src/main.js
NODE_OPTIONS=--openssl-legacy-provider vue-cli-service4 build
