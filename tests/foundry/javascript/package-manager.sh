# expect: toolchain js.package-manager
# needs: yarn1 pnpm9 npm
echo '{"name": "shop", "license": "MIT", "packageManager": "yarn@4.1.0"}' >package.json
yarn1 install
pnpm9 install
echo '{"name": "shop", "license": "MIT", "packageManager": "pnpm@8.6.0", "devEngines": {"packageManager": {"name": "pnpm"}}}' >package.json
pnpm9 install --config.manage-package-manager-versions=false --config.package-manager-strict-version=true
npm install
