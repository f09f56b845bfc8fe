# expect: quality_gate security.license
# needs: license-checker
mkdir -p node_modules/basket && echo '{"name": "basket", "version": "1.0.0", "license": "GPL-3.0"}' >node_modules/basket/package.json
echo '{"name": "shop", "version": "1.0.0", "license": "MIT", "dependencies": {"basket": "1"}}' >package.json
license-checker --failOn GPL-3.0
license-checker --onlyAllow MIT
