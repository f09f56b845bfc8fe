# expect: syntax_error js.biome-parse
# needs: biome2
echo 'function (' >shop.js
biome2 ci shop.js
