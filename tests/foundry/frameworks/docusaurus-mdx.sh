# expect: syntax_error js.mdx
# needs: docusaurus
ln -s /tmp/tools/frameworks/docusaurus/node_modules node_modules; mkdir -p docs
echo '{"name": "shop", "version": "1.0.0"}' >package.json
echo "module.exports = { title: 'Shop', url: 'https://example.org', baseUrl: '/', presets: [['classic', { blog: false }]] }" >docusaurus.config.js
printf '# Basket\n\nPrices < 3 and {prices}<br>\n' >docs/basket.md
docusaurus build
