# expect: configuration_error gradle.task-not-found
# needs: react-native
mkdir -p src; ln -s /tmp/tools/frameworks/metro/node_modules node_modules
echo '{"name": "shop", "version": "1.0.0", "dependencies": {"react-native": "0.74.0"}}' >package.json
cat >metro.config.js <<'C'
const { getDefaultConfig, mergeConfig } = require("@react-native/metro-config")
module.exports = mergeConfig(getDefaultConfig(__dirname), { watchFolders: ["/tmp/tools/frameworks/metro"], resolver: { nodeModulesPaths: ["/tmp/tools/frameworks/metro/node_modules"] } })
C
echo 'module.exports = { presets: ["module:@react-native/babel-preset"] }' >babel.config.js
mkdir -p android/app/src/main; echo '<manifest package="shop.basket" />' >android/app/src/main/AndroidManifest.xml; echo 'rootProject.name = "shop"' >android/settings.gradle
echo 'android { namespace "shop.basket" }' >android/app/build.gradle; echo >android/build.gradle; printf '#!/bin/sh\nexec gradle "$@"\n' >android/gradlew; chmod +x android/gradlew
react-native build-android --mode release
