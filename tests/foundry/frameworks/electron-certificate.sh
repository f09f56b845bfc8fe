# expect: credential electron.certificate
# needs: electron-builder26
echo '{"name": "shop", "version": "1.0.0", "main": "src/main.js", "description": "basket", "author": "Ann Shop <ann@example.org>", "build": {"electronVersion": "30.0.0", "electronDist": "electron", "asar": false, "linux": {"target": "tar.gz", "category": "Office"}, "win": {"target": "zip"}}}' >package.json
mkdir -p electron; echo '#!/bin/sh' >electron/electron; chmod +x electron/electron; cp electron/electron electron/electron.exe
mkdir src build; echo "console.log(1)" >src/main.js
CSC_LINK=certificates/shop.p12 electron-builder26 --win dir
