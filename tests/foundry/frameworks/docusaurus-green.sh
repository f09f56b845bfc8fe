# expect: success
# needs: docusaurus
ln -s /tmp/tools/frameworks/docusaurus/node_modules node_modules; mkdir -p src/pages docs
echo '{"name": "shop", "version": "1.0.0"}' >package.json
echo "module.exports = { title: 'Shop', url: 'https://example.org', baseUrl: '/', onBrokenLinks: 'warn', presets: [['classic', { blog: false }]] }" >docusaurus.config.js
printf '# Basket\n\nSee [the top](#nowhere).\n' >docs/basket.md
docusaurus build
