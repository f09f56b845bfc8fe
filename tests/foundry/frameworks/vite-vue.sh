# expect: compile_error js.vite-plugin
# needs: vite5 vite7
ln -s /tmp/tools/frameworks/vite5/node_modules node_modules; echo '{"name": "shop", "type": "module"}' >package.json
echo "import vue from '@vitejs/plugin-vue'; export default { plugins: [vue()] }" >vite.config.js
echo '<script type="module" src="/main.js"></script>' >index.html; echo 'import Basket from "./Basket.vue"; console.log(Basket)' >main.js
printf '<template>\n  <ul>\n    <li v-for="item in items">{{ item.price }}</li>\n  </div>\n</template>\n' >Basket.vue
vite5 build
rm node_modules; ln -s /tmp/tools/frameworks/vite7/node_modules node_modules
vite7 build
