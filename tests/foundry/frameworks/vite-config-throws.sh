# expect: environment_variable setup.variable-missing
# needs: vite5
echo '{"name": "shop", "type": "module"}' >package.json
printf 'if (!process.env.SHOP_URL) {\n  throw new Error("SHOP_URL is not set")\n}\nexport default { base: process.env.SHOP_URL }\n' >vite.config.js
vite5 build
