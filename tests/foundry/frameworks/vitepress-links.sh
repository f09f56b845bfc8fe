# expect: quality_gate js.vitepress-links
# needs: vitepress
ln -s /tmp/tools/frameworks/vitepress/node_modules node_modules; mkdir docs
echo '{"name": "shop", "type": "module"}' >package.json; printf '# Basket\n\nSee [the prices](./prices.md).\n' >docs/index.md
vitepress build docs
