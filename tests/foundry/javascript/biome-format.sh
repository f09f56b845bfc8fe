# expect: format js.biome-format
# needs: biome
echo "const a = {b:1}" >a.js
biome format a.js
