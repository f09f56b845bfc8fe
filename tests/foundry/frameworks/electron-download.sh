# expect: network electron.download
# needs: electron-builder
echo '{"name": "shop", "version": "1.0.0", "main": "main.js", "description": "basket", "author": "Ann Shop <ann@example.org>", "devDependencies": {"electron": "30.0.0"}}' >package.json; echo 'console.log(1)' >main.js
mkdir node_modules
electron-builder --linux dir
