# expect: configuration_error electron.settings
# needs: electron-builder
echo '{"name": "shop", "version": "1.0.0", "main": "main.js", "description": "basket", "author": "Ann Shop <ann@example.org>"}' >package.json; echo 'console.log(1)' >main.js
electron-builder --linux dir
