# expect: toolchain js.npm-platform
# needs: npm
mkdir dep
echo '{"name": "dep", "version": "1.0.0", "os": ["aix"]}' >dep/package.json
echo '{"name": "shop", "version": "1.0.0", "dependencies": {"dep": "file:./dep"}}' >package.json
npm install --offline --install-links
