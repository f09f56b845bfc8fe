# expect: configuration_error js.vue-config
# needs: vue-cli-service
ln -s /tmp/tools/frameworks/vuecli/node_modules node_modules
mkdir src public; echo "<div id=app></div>" >public/index.html; echo '{"name": "shop", "version": "1.0.0", "private": true, "devDependencies": {"@vue/cli-service": "^5.0.0"}, "browserslist": ["last 1 chrome version"]}' >package.json
echo "module.exports = { css: { modules: true }, publicpath: '/shop/' }" >vue.config.js
vue-cli-service build
