# expect: configuration_error js.biome-settings
# needs: biome2
echo '{"lintr": {"enabled": true}}' >biome.json
echo 'export default 1;' >shop.js
biome2 ci shop.js
