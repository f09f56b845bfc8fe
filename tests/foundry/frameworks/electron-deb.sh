# expect: configuration_error electron.settings
# needs: electron-builder
echo '{"name": "shop", "version": "1.0.0", "main": "src/main.js", "description": "basket", "author": "Ann Shop", "build": {"electronVersion": "30.0.0", "electronDist": "electron", "asar": true, "linux": {"target": "deb", "category": "Office"}, "win": {"target": "zip"}}}' >package.json
mkdir -p electron; echo '#!/bin/sh' >electron/electron; chmod +x electron/electron
mkdir src build; echo "console.log(1)" >src/main.js
electron-builder --linux deb --publish never
