# expect: import_error js.webpack-local-missing
# needs: vue-cli-service
ln -s /tmp/tools/frameworks/vuecli/node_modules node_modules
mkdir src public; echo "<div id=app></div>" >public/index.html; echo '{"name": "shop", "version": "1.0.0", "private": true, "devDependencies": {"@vue/cli-service": "^5.0.0"}, "browserslist": ["last 1 chrome version"]}' >package.json
printf "import { createApp } from 'vue'\nimport Basket from './components/Basket.vue'\ncreateApp(Basket).mount('#app')\n" >src/main.js
vue-cli-service build
