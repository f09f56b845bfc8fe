# expect: lint js.biome-lint
# needs: biome
echo "debugger
let a = 1; if (a == 2) {}" >a.js
biome lint a.js; biome ci a.js
