# expect: success
# needs: react-native
mkdir -p src; ln -s /tmp/tools/frameworks/metro/node_modules node_modules
echo '{"name": "shop", "version": "1.0.0", "dependencies": {"react-native": "0.74.0"}}' >package.json
cat >metro.config.js <<'C'
const { getDefaultConfig, mergeConfig } = require("@react-native/metro-config")
module.exports = mergeConfig(getDefaultConfig(__dirname), { watchFolders: ["/tmp/tools/frameworks/metro"], resolver: { nodeModulesPaths: ["/tmp/tools/frameworks/metro/node_modules"] } })
C
echo 'module.exports = { presets: ["module:@react-native/babel-preset"] }' >babel.config.js
printf "import { AppRegistry } from 'react-native'\nimport { Text as Basket } from 'react-native'\n\nAppRegistry.registerComponent('shop', () => Basket)\n" >index.js; echo 'export default () => null' >src/basket.js
react-native bundle --platform android --dev false --entry-file index.js --bundle-output shop.bundle --max-workers 1
