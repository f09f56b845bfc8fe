# expect: quality_gate js.docusaurus-links
# needs: docusaurus
ln -s /tmp/tools/frameworks/docusaurus/node_modules node_modules; mkdir -p src/pages docs
echo '{"name": "shop", "version": "1.0.0"}' >package.json
echo "module.exports = { title: 'Shop', url: 'https://example.org', baseUrl: '/', onBrokenLinks: 'throw', presets: [['classic', { blog: false }]] }" >docusaurus.config.js
printf '# Basket\n\nSee [the prices](/docs/prices).\n' >docs/basket.md
docusaurus build
