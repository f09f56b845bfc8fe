# expect: dependency_missing js.metro-package
# needs: expo
ln -s /tmp/tools/frameworks/expo/node_modules node_modules; export EXPO_NO_TELEMETRY=1 EXPO_OFFLINE=1
echo '{"name": "shop", "version": "1.0.0", "main": "index.js", "dependencies": {"expo": "51.0.0", "react-native": "0.74.0", "react": "18.2.0"}}' >package.json; echo '{"expo": {"name": "shop", "slug": "shop", "platforms": ["android"]}}' >app.json
cat >metro.config.js <<'C'
const config = require('expo/metro-config').getDefaultConfig(__dirname)
config.watchFolders = ['/tmp/tools/frameworks/expo']; config.resolver.nodeModulesPaths = ['/tmp/tools/frameworks/expo/node_modules']
module.exports = config
C
printf "import { registerRootComponent } from 'expo'\nimport shelf from 'left-shelf'\n\nregisterRootComponent(shelf)\n" >index.js; echo "module.exports = { presets: ['babel-preset-expo'] }" >babel.config.js
expo export --platform android
