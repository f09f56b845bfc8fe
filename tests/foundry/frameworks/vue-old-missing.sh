# expect: import_error js.webpack-friendly-local
# needs: vue-cli-service4
ln -s /tmp/tools/frameworks/vuecli4/node_modules node_modules
mkdir src public; echo "<div id=app></div>" >public/index.html; echo '{"name": "shop", "version": "1.0.0", "private": true, "devDependencies": {"@vue/cli-service": "^4.0.0"}, "browserslist": ["last 1 chrome version"]}' >package.json
printf "import Vue from 'vue'\nimport Basket from './components/Basket.vue'\n\nnew Vue({ render: h => h(Basket) }).\$mount('#app')\n" >src/main.js
NODE_OPTIONS=--openssl-legacy-provider vue-cli-service4 build
