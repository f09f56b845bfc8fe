# expect: quality_gate js.license
# needs: license-checker
echo '{"name": "shop", "version": "1.0.0", "dependencies": {"left": "1"}}' >package.json
mkdir -p node_modules/left; echo '{"name": "left", "version": "1.0.0", "license": "GPL-3.0"}' >node_modules/left/package.json
license-checker --failOn 'GPL-3.0'
