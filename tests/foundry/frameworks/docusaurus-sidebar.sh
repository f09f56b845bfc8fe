# expect: configuration_error js.docusaurus-config
# needs: docusaurus
ln -s /tmp/tools/frameworks/docusaurus/node_modules node_modules; mkdir -p docs
echo '{"name": "shop", "version": "1.0.0"}' >package.json
echo "module.exports = { shop: ['basket', 'prices'] }" >sidebars.js
echo "module.exports = { title: 'Shop', url: 'https://example.org', baseUrl: '/', presets: [['classic', { blog: false, docs: { sidebarPath: './sidebars.js' } }]] }" >docusaurus.config.js
printf '# Basket\n' >docs/basket.md
docusaurus build
echo "module.exports = { title: 'Shop', url: 'https://example.org', baseURL: '/' }" >docusaurus.config.js
docusaurus build
