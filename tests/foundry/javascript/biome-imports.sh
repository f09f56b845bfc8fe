# expect: lint js.biome-assist
# needs: biome2
printf 'import { b } from "b";\nimport { a } from "a";\n\nexport default [a, b];\n' >shop.js
biome2 check shop.js
