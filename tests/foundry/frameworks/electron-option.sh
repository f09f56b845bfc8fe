# expect: configuration_error electron.settings
# needs: electron-builder
echo '{"name": "shop", "version": "1.0.0", "main": "main.js", "devDependencies": {"electron": "30.0.0"}, "build": {"appID": "org.example.shop", "linux": {"targets": ["deb"]}}}' >package.json; echo 'console.log(1)' >main.js
electron-builder --linux dir
