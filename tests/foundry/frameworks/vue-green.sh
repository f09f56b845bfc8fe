# expect: success
# needs: vue-cli-service
ln -s /tmp/tools/frameworks/vuecli/node_modules node_modules
mkdir src public; echo "<div id=app></div>" >public/index.html; echo '{"name": "shop", "version": "1.0.0", "private": true, "devDependencies": {"@vue/cli-service": "^5.0.0", "@vue/cli-plugin-babel": "^5.0.0", "@vue/cli-plugin-eslint": "^5.0.0"}, "babel": {"presets": ["@vue/cli-plugin-babel/preset"]}, "eslintConfig": {"root": true, "env": {"node": true}, "extends": ["plugin:vue/vue3-essential"], "rules": {"no-debugger": "warn", "vue/multi-word-component-names": "warn"}, "parserOptions": {"parser": "@babel/eslint-parser"}}, "browserslist": ["last 1 chrome version"]}' >package.json
printf "import { createApp } from 'vue'\nimport Basket from './Basket.vue'\n\ncreateApp(Basket).mount('#app')\n" >src/main.js
printf '<template>\n  <p>{{ price }}</p>\n</template>\n\n<script>\nexport default {\n  data() {\n    debugger\n    return { price: 2 }\n  }\n}\n</script>\n' >src/Basket.vue
vue-cli-service build
